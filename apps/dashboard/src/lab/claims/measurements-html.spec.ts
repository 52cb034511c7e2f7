import { cardTexts } from './card-texts';
import { measurementsHtml } from './measurements-html';
import type { KnownMeasurement } from './standing';

const measurement: KnownMeasurement = {
  ...{
    name: 'cost',
    title: 'E-CPU: what it costs',
    claims: ['2', '6'],
    prediction: 'little',
    method: 'one run',
  },
  from: 'here',
  about: {
    ...{
      command: 'npm run lab',
      date: '2026-01-02T03:04:05.000Z',
      seed: 7,
      scale: 1,
      loadBefore: 0,
      loadAfter: 0,
    },
    machine: { processor: 'Abacus', cores: 2, memoryBytes: 1, system: 'linux', node: 'v24.0.0' },
  },
  finding: {
    verdicts: [
      { claim: '2, 6: requests load the server', verdict: 'true', because: '9 µs', becauseKo: '갱신당 9 µs' },
    ],
    tables: [{ title: 'Mean latency, ms', head: ['transport', 'mean ms'], rows: [['polling', '9']] }],
    plots: [],
    raw: {},
  },
};
const writing = (language: 'en' | 'ko') => ({
  ...{ language, texts: cardTexts[language], word: () => 'W', seen: () => 'seen 7' },
  cardOf: (claim: string) => `http://127.0.0.1/lab/claims?claim=${claim}`,
});

describe('measurements as HTML', () => {
  it('are in English as the lab said it, with where and how and the card that runs them again', () => {
    const html = measurementsHtml([measurement], writing('en'));
    for (const text of ['2, 6: requests load the server. 9 µs.', '<th>mean ms</th>', 'seen 7', 'claim=2'])
      expect(html).toContain(text);
  });

  it('are in Korean when the page is', () => {
    const html = measurementsHtml([measurement], writing('ko'));
    for (const text of [
      '<html lang="ko">',
      '진술 2, 6. 갱신당 9 µs.',
      '<th>평균 ms</th>',
      'E-CPU: 갱신 하나의',
    ])
      expect(html).toContain(text);
  });
});
