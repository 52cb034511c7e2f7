import { streamOf } from '../random';
import { Jumps } from './jumps';
import { SESSION_SECONDS } from './session';
import { mean } from './testing/statistics';

describe('jumps', () => {
  const jumps = new Jumps(streamOf(8, 'jumps'));
  const SESSIONS = 300;
  const seen: number[] = [];
  for (let second = 0; second < SESSIONS * SESSION_SECONDS; second++) {
    const jump = jumps.step();
    if (jump !== 0) seen.push(jump);
  }

  it('come three times in ten sessions', () => {
    expect(seen.length / SESSIONS).toBeGreaterThan(0.2);
    expect(seen.length / SESSIONS).toBeLessThan(0.4);
  });

  it('move the price by some 0.4 %, up or down', () => {
    expect(Math.sqrt(mean(seen.map((jump) => jump ** 2)))).toBeCloseTo(0.004, 3);
    expect(Math.abs(mean(seen))).toBeLessThan(0.0015);
  });
});
