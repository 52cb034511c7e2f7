import { autoTimes } from './auto-times';
import { Evidence } from './evidence';

const times = autoTimes(15_000);

/** A stream whose frames come every 800 ms though written every 50 ms, for 4 s. */
function heldBack(): Evidence {
  const evidence = new Evidence('streaming', 0, times);
  evidence.told({ state: 'live' }, 0);
  for (let written = 0; written < 4_000; written += 50)
    evidence.heard(written, Math.ceil((written + 1) / 800) * 800);
  return evidence;
}

describe('the evidence against a transport', () => {
  it('is that its frames come late in bursts', () => {
    expect(heldBack().verdict(4_000)).toMatchObject({ type: 'held-back' });
  });

  it('is none of lateness when this machine itself was too busy to look', () => {
    const evidence = heldBack();
    evidence.overlookLateness();
    expect(evidence.verdict(4_000)).toBeUndefined();
  });

  it('is none of silence when this machine slept', () => {
    const evidence = heldBack();
    evidence.excuse(3_600_000);
    expect(evidence.verdict(3_600_000)).toBeUndefined();
  });

  it.each(['over_capacity', 'shutdown', 'rate'] as const)(
    'is not that the server says %s, which it would say on every transport',
    (code) => {
      const evidence = new Evidence('websocket', 0, times);
      evidence.told({ state: 'waiting', code }, 10);
      expect(evidence.verdict(20)).toBeUndefined();
    },
  );

  it('is not that a wish is refused on a way that is open', () => {
    const evidence = new Evidence('websocket', 0, times);
    evidence.heard(0, 10);
    evidence.told({ state: 'closed', code: 'unknown_topic' }, 20);
    expect(evidence.verdict(20)).toBeUndefined();
  });

  it('is that an answer before any frame says stay away, as a proxy’s page does', () => {
    const evidence = new Evidence('websocket', 0, times);
    evidence.told({ state: 'closed', code: 'bad_request' }, 20);
    expect(evidence.verdict(20)).toEqual({ type: 'refused', code: 'bad_request' });
  });

  it('takes bytes for a sign of life while a long snapshot is on its way', () => {
    const evidence = new Evidence('streaming', 0, times);
    evidence.stirred(4_000);
    expect(evidence.verdict(8_000)).toBeUndefined();
    expect(evidence.verdict(9_000)).toEqual({ type: 'no-first-frame', waitedMs: 9_000 });
  });
});
