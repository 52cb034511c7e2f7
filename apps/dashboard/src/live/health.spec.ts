import { health, STALE_AFTER_MS } from './health';

describe('health', () => {
  it('believes a live connection until nothing came for two seconds', () => {
    expect(health('live', STALE_AFTER_MS - 1)).toBe('live');
    expect(health('live', STALE_AFTER_MS)).toBe('silent');
  });

  it('says what the connection says when it is not live', () => {
    expect(health('waiting', 60_000)).toBe('waiting');
    expect(health('connecting', 60_000)).toBe('connecting');
    expect(health('closed', 0)).toBe('closed');
  });
});
