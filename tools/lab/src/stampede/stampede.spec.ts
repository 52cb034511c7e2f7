import { stampedeHtml } from '../report/stampede-html';
import { makesRequests, plateauOf } from './stampede-options';
import type { StampedeReport } from './stampede-report';
import { stampedeWarnings } from './run-stampede';
import { stampedeTable } from './stampede-table';

const report = (change: Partial<StampedeReport> = {}): StampedeReport => ({
  ...{ command: 'npm run lab -- stampede --jitter=200', date: '2026-01-02T03:04:05.000Z', seed: 7 },
  machine: { processor: 'Abacus', cores: 2, memoryBytes: 1, system: 'linux', node: 'v24.0.0' },
  options: { way: 'long-polling', event: 'one-event', viewers: 500, jitterMs: 200, repeats: 3 },
  ...{ binMs: 10, requests: [20, 31, 0, 0], delayMs: [60.5, null, 0.2, 0.2], peak: 31, plateau: 25 },
  ...{ spikeMs: 20, served: 1_500, expected: 1_500, missing: 0, doubled: 0, losses: 0 },
  servedMs: { mean: 20, p50: 19, p95: 40, p99: 45, max: 49 },
  ...{ calmDelayMs: 0.2, worstDelayMs: 60.5, generatorBusy: 0.4, warnings: [] },
  ...change,
});

describe('a stampede', () => {
  it('is spread into a plateau by jitter, and comes in one bin without', () => {
    expect(plateauOf({ viewers: 500, jitterMs: 200 })).toBe(25);
    expect(plateauOf({ viewers: 500, jitterMs: 0 })).toBe(500);
  });

  it('is made of requests when polls are answered or lines are cut, not when an update comes over a line', () => {
    expect(makesRequests({ way: 'long-polling', event: 'one-event' })).toBe(true);
    expect(makesRequests({ way: 'websocket', event: 'cut' })).toBe(true);
    expect(makesRequests({ way: 'websocket', event: 'one-event' })).toBe(false);
  });

  it('is a table of figures, and of each bin until the last request', () => {
    const lines = stampedeTable(report()).split('\n');
    expect(lines.some((line) => /peak, requests in 10 ms +\| 31\.0/.test(line))).toBe(true);
    const bins = lines.slice(lines.findIndex((line) => line.includes('ms from the event')) + 2);
    expect(
      bins.map((line) =>
        line
          .split('|')
          .slice(1, 4)
          .map((cell) => cell.trim()),
      ),
    ).toEqual([
      ['0', '20.0', '60.5'],
      ['10', '31.0', '–'],
    ]);
  });

  it('is one HTML file with the plateau as a line', () => {
    const html = stampedeHtml(report());
    expect(html).toContain('500 viewers by long-polling, one-event, within 200 ms');
    expect(html).toContain('<polyline');
    expect(html).not.toMatch(/NaN|undefined/);
  });

  it.each([
    [{ served: 1_400 }, '100 of 1500 did not have the event'],
    [{ missing: 1 }, '1 missing'],
    [{ generatorBusy: 0.9 }, 'busy 90 %'],
    [{ worstDelayMs: null }, 'answered no question'],
  ])('tells of %j before it is believed', (change, text) => {
    expect(stampedeWarnings(report(change))).toEqual([expect.stringContaining(text)]);
    expect(stampedeWarnings(report())).toEqual([]);
  });
});
