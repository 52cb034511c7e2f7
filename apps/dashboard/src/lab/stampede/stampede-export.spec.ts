import { formatsIn } from '../../language/formats';
import { stampedeCsv, stampedeHtml } from './stampede-export';
import { parseStampede } from './stampede-result';
import { en } from './texts/en';
import { ko } from './texts/ko';

const result = parseStampede({
  ...{ command: 'npm run lab -- stampede', date: '2026-01-02T03:04:05.000Z', seed: 7, warnings: ['<busy>'] },
  machine: { processor: 'Abacus', cores: 2, memoryBytes: 1, system: 'linux', node: 'v24.0.0' },
  options: { way: 'long-polling', event: 'one-event', viewers: 500, jitterMs: 200, repeats: 3 },
  ...{ binMs: 10, requests: [40, 160, 0], delayMs: [60, null, 1], peak: 160, plateau: 25, spikeMs: 20 },
  servedMs: { mean: 20, p50: 20, p95: 40, p99: 45, max: 49 },
  ...{ served: 1_500, expected: 1_500, missing: 0, doubled: 0, losses: 0 },
  ...{ calmDelayMs: 0.4, worstDelayMs: 60, generatorBusy: 0.5 },
});
const address = 'http://127.0.0.1:3000/lab/stampede?jitter=200';

describe('a stampede that is taken along', () => {
  it('is one HTML file: what was seen, figures, both plots with the formula, circumstances, and the way to it again', () => {
    const html = stampedeHtml(result, { texts: en, formats: formatsIn('en'), language: 'en', address });
    for (const text of [
      ...['500 × long-polling, one update to all', 'At worst 160 requests', '&lt;busy&gt;', '<polyline'],
      ...['2 × Abacus, linux, Node v24.0.0, seed 7', 'Mean of 3 repeats', `href="${address}"`],
    ])
      expect(html).toContain(text);
    expect(html.match(/<svg/g)).toHaveLength(2);
    expect(html).not.toMatch(/NaN|undefined/);
  });

  it('is in Korean when the page is', () => {
    const html = stampedeHtml(result, { texts: ko, formats: formatsIn('ko'), language: 'ko', address });
    expect(html).toContain('<html lang="ko">');
    expect(html).toContain('10 ms마다의 요청 수');
  });

  it('is CSV by time, empty where the server answered nothing', () => {
    expect(stampedeCsv(result).split('\r\n')).toEqual([
      ...['from_ms,requests_in_10_ms,server_answers_after_ms', '0,40,60', '10,160,', '20,0,1', ''],
    ]);
  });
});
