import { formatsIn } from '../../language/formats';
import { loadCsv, loadHtml, loadTable } from './load-export';
import { parseLoadResult } from './load-result';
import { en } from './texts/en';

const report = (change: object = {}) => ({
  ...{ command: 'npm run lab -- load --transport=all', date: '2026-01-02T03:04:05.000Z', seed: 1 },
  machine: { processor: 'Abacus, "large"', cores: 2, memoryBytes: 1, system: 'linux', node: 'v24.0.0' },
  warnings: ['polling: nothing was delivered'],
  transports: {
    websocket: {
      ...{ viewers: 50, delivered: 1_000, missing: 0, doubled: 0, seconds: 3 },
      latencyMs: { mean: 3.5, p50: 2, p95: 15, p99: 29, max: 29 },
      ...{ ageMs: 70, bytesPerUpdate: { payload: 77, overhead: 0.24 }, requestsPerSecond: 0 },
      ...{ serverCpuUsPerUpdate: 0.6, bytesOfMemoryPerViewer: 30_000, generatorBusy: 0.034 },
      ...change,
    },
  },
});
const writing = { texts: en, formats: formatsIn('en'), language: 'en' as const };

describe('what a load run found', () => {
  it('is a table in the viewer’s language, with a dash for what was not measured', () => {
    const nothing = { latencyMs: null, ageMs: null, bytesPerUpdate: null, serverCpuUsPerUpdate: null };
    const { head, rows } = loadTable(parseLoadResult(report(nothing)), writing);
    expect(rows[0]?.length).toBe(head.length);
    expect(rows[0]?.slice(0, 6)).toEqual(['websocket', '1,000', '0 / 0', '–', '–', '–']);
    expect(loadTable(parseLoadResult(report()), writing).rows[0]?.[10]).toBe('0.2 B');
  });

  it('is CSV with units in its heads, safe from commas and quotes', () => {
    const [head, row] = loadCsv(parseLoadResult(report())).split('\r\n');
    expect(head).toContain('latency_p99_ms');
    expect(row).toContain('websocket,50,3,1000,0,0,3.5,2,15,29,29,70,77,0.24,0,0.6,30000,0.034');
    expect(row).toContain('"2 x Abacus, ""large"""');
  });

  it('is one HTML file with its circumstances, warnings and the address that asks for it again', () => {
    const address = 'http://127.0.0.1:3000/lab/runs?viewers=50';
    const html = loadHtml(parseLoadResult(report()), { ...writing, address });
    for (const text of ['Abacus', 'nothing was delivered', `href="${address}"`, '<svg'])
      expect(html).toContain(text);
  });

  it('is refused when it is something else', () => {
    expect(() => parseLoadResult({ transports: {} })).toThrow('not a text');
    expect(() => parseLoadResult(report({ delivered: null }))).toThrow('not a number');
  });
});
