import { parseMeasurement, type Measurement } from '@tickway/report';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { experimentTexts } from './experiment-texts';
import { plotIn, toldIn } from './told-in';

const record = join(__dirname, '../../../../../docs/measurements/data');
const names = readdirSync(record).map((file) => file.replace('.json', ''));
const read = (name: string) =>
  parseMeasurement(JSON.parse(readFileSync(join(record, `${name}.json`), 'utf8')));

const recovery = (change: Partial<Measurement> = {}): Measurement => ({ ...read('recovery'), ...change });

describe('a measurement in the page’s language', () => {
  it('is told in Korean whole: title, prediction, method, tables', () => {
    const said = 'A client is a cursor: 0 missing and 0 doubled.';
    const told = toldIn('ko', recovery({ prediction: said }));
    expect(told.title).toMatchObject({ text: 'E-RECOV: 끊긴 연결, 잃은 것 없음', lang: 'ko' });
    expect(told.prediction.lang).toBe('ko');
    expect(told.tables[0]?.head.slice(0, 4).map(({ text }) => text)).toEqual([
      ...['사고', '전송 방식', '발행 × 접속자', '전달'],
    ]);
  });

  it('stays in the lab’s words where it was made with other numbers', () => {
    const method = '77 viewers of each transport';
    expect(toldIn('ko', recovery({ method })).method).toEqual({ text: method, lang: 'en' });
  });

  it('is what the lab said in English', () => {
    const { title, method } = recovery();
    expect(toldIn('en', recovery())).toMatchObject({ title: { text: title }, method: { text: method } });
  });

  it('has its plots in Korean too, rows and series', () => {
    const plot = {
      ...{ name: 'p', title: 'Bytes an update', x: '', y: 'bytes', names: ['polling, lean'] },
      series: [{ label: 'measured', kind: 'dots' as const, points: [] }],
    };
    expect(plotIn('ko', plot)).toMatchObject({
      ...{ title: '갱신당 바이트', y: '바이트', names: ['polling, 최소 헤더'] },
      series: [{ label: '측정' }],
    });
  });

  it.each(names)('has Korean words for %s', (name) => {
    expect(Object.keys(experimentTexts)).toContain(name);
  });
});
