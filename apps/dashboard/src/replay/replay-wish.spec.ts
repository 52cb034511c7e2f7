import { replayWishIn } from './replay-wish';

describe('replay wish', () => {
  it('is a moment, standing still unless a speed is named', () => {
    expect(replayWishIn('?at=1790000000000')).toEqual({ at: 1_790_000_000_000, speed: undefined });
    expect(replayWishIn('?transport=polling&at=1790000000000&speed=30')).toEqual({
      at: 1_790_000_000_000,
      speed: 30,
    });
  });

  it('is none for anything else', () => {
    expect(['', '?speed=2', '?at=', '?at=-1', '?at=1e12', '?at=now'].map(replayWishIn)).toEqual(
      Array(6).fill(undefined),
    );
    expect(replayWishIn('?at=5&speed=3')?.speed).toBeUndefined();
  });
});
