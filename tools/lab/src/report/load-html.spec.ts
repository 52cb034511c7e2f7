import { transportReport } from '../testing/transport-report';
import type { LoadReport } from '../load/load-report';
import { loadHtml } from './load-html';

const report: LoadReport = {
  ...{ command: 'npm run lab -- load --viewers=3', date: '2026-01-02T03:04:05.000Z', seed: 7 },
  machine: { processor: 'Abacus', cores: 2, memoryBytes: 1, system: 'linux', node: 'v24.0.0' },
  options: {
    ...{ transports: ['polling'], viewers: 3, seconds: 4, rampSeconds: 0, intervalMs: 1_000 },
    ...{ topics: [], seed: 7 },
  },
  transports: { polling: transportReport(), websocket: transportReport({ latencyMs: null }) },
  warnings: ['polling: nothing was <delivered>'],
};

describe('a load run as HTML', () => {
  it('has the table, a plot by transport, the warnings, and where and how it was measured', () => {
    const html = loadHtml(report);
    for (const text of [
      ...[
        '3 viewers each, 4 s each',
        '<td>polling</td>',
        '>websocket</text>',
        'nothing was &lt;delivered&gt;',
      ],
      ...['2 × Abacus, linux, Node v24.0.0, seed 7', '<code>npm run lab -- load --viewers=3</code>'],
    ])
      expect(html).toContain(text);
    expect(html).not.toMatch(/NaN|undefined/);
  });
});
