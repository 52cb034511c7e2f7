import { formatsIn } from '../../language/formats';
import { saySeen } from './say-seen';
import type { StampedeAsked } from './stampede-asked';
import { parseStampede } from './stampede-result';
import { en } from './texts/en';

const asked: StampedeAsked = { way: 'long-polling', event: 'one-event', viewers: 500, jitterMs: 0 };
const stampede = (of: Partial<StampedeAsked> = {}, change: object = {}) =>
  parseStampede({
    ...{ command: 'npm run lab -- stampede', date: '2026-01-02T03:04:05.000Z', seed: 1, warnings: [] },
    machine: { processor: 'Abacus', cores: 2, memoryBytes: 1, system: 'linux', node: 'v24.0.0' },
    options: { ...asked, ...of, repeats: 3 },
    ...{ binMs: 10, requests: [40, 160, 0], delayMs: [60, null, 1], peak: 160, plateau: 500, spikeMs: 20 },
    servedMs: { mean: 20, p50: 20, p95: 40, p99: 45, max: 49 },
    ...{ served: 1_500, expected: 1_500, missing: 0, doubled: 0, losses: 0 },
    ...{ calmDelayMs: 0.4, worstDelayMs: 60, generatorBusy: 0.5 },
    ...change,
  });
const say = (...[latest, ...others]: ReturnType<typeof stampede>[]) =>
  latest ? saySeen(latest, others, { texts: en, formats: formatsIn('en') }).join(' ') : '';

describe('what is seen of a stampede', () => {
  it('is the spike, until whom it lasts, and how late it makes the server', () => {
    expect(say(stampede())).toBe(
      'At worst 160 requests come in 10 ms, and all within 20 ms; the last viewer has the update after 49 ms. ' +
        'The server, which answers in 0.4 ms when it is calm, takes up to 60 ms.',
    );
  });

  it('is what jitter makes of it, beside the same without', () => {
    const spread = stampede({ jitterMs: 200 }, { peak: 40 });
    expect(say(spread, stampede())).toContain(
      'A jitter of 0–200 ms makes the peak 25.0% of what it is without.',
    );
    expect(say(spread, stampede({ viewers: 100 }))).not.toContain('without');
  });

  it('is no request at all over standing lines', () => {
    const quiet = stampede({ way: 'websocket' }, { peak: 0, requests: [0, 0], worstDelayMs: 0.5 });
    expect(say(quiet)).toBe(
      'An update over standing lines makes no request at all; the last of 500 viewers has it after 49 ms.',
    );
  });

  it('is told when some did not have it', () => {
    expect(say(stampede({}, { served: 1_400 }))).toContain('Only 1,400 of 1,500');
  });
});
