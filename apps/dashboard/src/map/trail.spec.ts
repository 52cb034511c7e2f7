import { extend, precede, TRAIL_MS, type Trail } from './trail';

const along = (...fixes: readonly (readonly [at: number, revision: number])[]) =>
  fixes.reduce<Trail | undefined>(
    (trail, [at, revision]) => extend(trail, { x: at, y: 0, at, revision }),
    undefined,
  )?.points;

describe('trail', () => {
  it('holds each fix once, in order', () => {
    expect(along([0, 1], [5000, 2], [5000, 3], [4000, 4], [9000, 5])?.map(({ at }) => at)).toEqual([
      0, 5000, 9000,
    ]);
  });

  it('tells where updates were merged or a vehicle was silent', () => {
    const points = along([0, 1], [5000, 2], [15_000, 5], [20_000, 6], [95_000, 7]);
    expect(points?.map(({ missed }) => missed)).toEqual([false, false, true, false, true]);
  });

  it('does not take news without a newer fix for a loss', () => {
    const points = along([0, 1], [0, 2], [5000, 3]);
    expect(points?.map(({ missed }) => missed)).toEqual([false, false]);
  });

  it('forgets what is old, and the oldest when there are too many', () => {
    const old = along([0, 1], [1000, 2], [TRAIL_MS + 500, 3]);
    expect(old?.map(({ at }) => at)).toEqual([1000, TRAIL_MS + 500]);
    const many = along(...Array.from({ length: 300 }, (_, i) => [i * 1000, i] as const));
    expect([many?.length, many?.at(-1)?.at]).toEqual([120, 299_000]);
  });

  it('goes on from where history says that the vehicle was, each fix once', () => {
    const seen = ([at, revision]: readonly [number, number]) => ({ x: at, y: 0, at, revision });
    const trail = [20_000, 25_000]
      .map((at, i) => seen([at, i + 5]))
      .reduce<Trail | undefined>(extend, undefined);
    const before = (
      [
        [5_000, 2],
        [10_000, 3],
        [20_000, 5],
      ] as const
    ).map(seen);
    const whole = trail && precede(trail, before);
    expect(whole?.points.map(({ at, missed }) => [at, missed])).toEqual([
      [5_000, false],
      [10_000, false],
      [20_000, true],
      [25_000, false],
    ]);
    expect([whole?.revision, trail && precede(trail, [])]).toEqual([6, trail]);
  });
});
