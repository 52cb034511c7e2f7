import { parseTopic, transportNames, type TransportName } from '@tickway/protocol';
import { formatsIn } from '../../language/formats';
import { defaultLevers } from '../levers/levers';
import { noTotals } from '../race/lane-totals';
import type { LaneFigures } from '../race/race-figures';
import { en } from '../texts/en';
import { raceHtml, type RaceReport } from './race-html';
import { reportTexts } from './report-texts';

const trades = parseTopic('trades');
const latency = { mean: 5, p50: 4, p95: 9, p99: 12, max: 40, min: 0, samples: 500 };
const lane = (transport: TransportName): LaneFigures => ({
  ...{ transport, status: { transport, state: 'live' }, heartbeats: 0, totals: noTotals },
  topics: new Map([[trades, { lastAt: 900, latency }]]),
});
const report = (change: Partial<RaceReport> = {}): RaceReport => ({
  figures: {
    ...{ elapsedMs: 10_000, silentMs: 0, readAt: 1_000, startedAt: 1, node: 'v24.0.0' },
    lanes: transportNames.map(lane),
  },
  ...{ lanes: [], levers: defaultLevers, browser: 'Netscape <4>', seeds: { exchange: 7 } },
  address: 'http://127.0.0.1:3000/lab/race?run=1&interval=250',
  ...change,
});
const writing = { language: 'en', texts: reportTexts.en, labTexts: en, formats: formatsIn('en') } as const;

describe('a race as HTML', () => {
  it('has its table, plots, levers, browser, seeds, sample size and the address that races again', () => {
    const html = raceHtml(report(), writing);
    for (const text of [
      ...['<th>websocket</th>', 'Latency by transport</text>', 'run=1 interval=250', 'Netscape &lt;4&gt;'],
      ...[
        '2,500 updates measured',
        'Node v24.0.0',
        'seeds exchange 7',
        'href="http://127.0.0.1:3000/lab/race',
      ],
    ])
      expect(html).toContain(text);
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('is in Korean when the page is', () => {
    const html = raceHtml(report(), { ...writing, language: 'ko', texts: reportTexts.ko });
    expect(html).toContain('<html lang="ko">');
    expect(html).toContain('동시 비교');
  });
});
