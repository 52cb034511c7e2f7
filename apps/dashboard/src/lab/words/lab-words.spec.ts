import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMeasurement } from '@tickway/report';
import { labWords } from './lab-words';

const record = join(__dirname, '../../../../../docs/measurements/data');
const measurements = readdirSync(record).map((file) =>
  parseMeasurement(JSON.parse(readFileSync(join(record, file), 'utf8'))),
);

describe('the lab’s words', () => {
  it.each([
    ['mean ms', '평균 ms'],
    ['polling, formula', 'polling, 공식'],
    ['500 viewers, mean of 5 events', '접속자 500명, 이벤트 5번의 평균'],
    ['herd: long-polling: one-event, 2 of 5', 'herd: long-polling: 모두에게 갱신 하나, 2/5'],
    ['within 1 m %', '1 m 이내 %'],
    ['p99 ms', 'p99 ms'],
  ])('are “%s” in Korean as “%s”', (said, korean) => {
    expect(labWords(said, 'ko')).toEqual({ text: korean, lang: 'ko' });
  });

  it('stay as they were said, and say so, where they are not known or English is asked for', () => {
    expect(labWords('a new figure', 'ko')).toEqual({ text: 'a new figure', lang: 'en' });
    expect(labWords('mean ms', 'en')).toEqual({ text: 'mean ms', lang: 'en' });
  });

  it.each(measurements)('are known for every table and plot of $name', ({ finding }) => {
    const said = [
      ...finding.tables.flatMap(({ title, head }) => [title, ...head]),
      ...finding.plots.flatMap(({ title, x, y, series }) => [
        title,
        x,
        y,
        ...series.map(({ label }) => label),
      ]),
    ];
    const latin = (text: string) =>
      text.replace(
        /socket\.io|websocket|streaming|(long-)?polling|WebSocket|Socket\.IO|MessagePack|Upgrade|deepstream|kbit/g,
        '',
      );
    const unknown = said.filter((one) => /[a-z]{4}/.test(latin(labWords(one, 'ko').text)));
    expect(unknown).toEqual([]);
  });
});
