import fc from 'fast-check';
import { readPack } from './read-pack';
import { packed, sampleJson, samplePack } from './testing/sample-pack';
import { UnreadablePack } from './unreadable-pack';

const whyNot = (bytes: Uint8Array): string => {
  try {
    readPack(bytes, 'subway.json.br');
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadablePack);
    expect(error).toMatchObject({ code: 'unreadable_pack', file: 'subway.json.br' });
    return error instanceof Error ? error.message : '';
  }
  return 'readable';
};

describe('readPack', () => {
  it('reads the runs down to their tracks', () => {
    const pack = samplePack();
    const [profile] = pack.profiles;
    expect(pack.system).toBe('subway');
    expect([...pack.runs.start]).toEqual([30_600, 87_000]);
    expect([...pack.runs.days]).toEqual([0b1110011, 0b1110011]);
    expect(profile?.pattern).toMatchObject({
      route: { name: '7', color: '#9a38a1' },
      headsign: 'Far End',
      stops: ['First St', 'Middle Av', 'Far End'],
      offsets: [0, 1000, 1999],
    });
    expect(profile?.pattern.track.metres.at(-1)).toBeCloseTo(1999, -1);
  });

  it('says in one line which file is broken and why', () => {
    expect(whyNot(new Uint8Array([1, 2, 3]))).toBe('data file subway.json.br: not a Brotli file, or cut off');
    expect(whyNot(packed('x').slice(0, 3))).toContain('not a Brotli file');
    expect(whyNot(packed({ format: 'other/1' }))).toContain('not of format tickway-timetable/1');
    expect(whyNot(packed(null))).toContain('not an object');
  });

  it.each([
    [{ system: 'tram' }, 'unknown system'],
    [{ timeZone: 'Mars/Olympus' }, 'unknown time zone'],
    [{ days: ['2026-09-24'] }, 'not a week'],
    [{ days: Array.from({ length: 7 }, () => '2026-09-24') }, 'not a week'],
    [{ runs: 5 }, 'runs: not a list'],
    [{ runs: [[127, [9], [0]]] }, 'do not match the profiles'],
    [{ runs: [[127, [0, 0], [0]]] }, 'do not match the profiles'],
    [{ profiles: [[0, [300]]] }, 'do not match its stops'],
    [{ profiles: [[0, [300, -1]]] }, 'do not match its stops'],
    [{ profiles: [[4, [300, 300]]] }, 'not in its table'],
    [{ patterns: [[0, 0, 0, [0, 1], [0]]] }, 'do not match'],
    [{ patterns: [[0, 0, 0, [0, 8, 1], [0, 1, 1]]] }, 'not in its table'],
    [{ shapes: [[1.5, 2]] }, 'not a whole number'],
    [{ stops: [1, 2, 3] }, 'not text'],
  ])('refuses %j', (wrong, why) => {
    expect(whyNot(packed({ ...sampleJson, ...wrong }))).toContain(why);
  });

  it('refuses any part of a file', () => {
    const whole = packed(sampleJson);
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), (length) => {
        expect(whyNot(whole.slice(0, length))).toContain('cut off');
      }),
      { seed: 20261122 },
    );
  });
});
