import type { Status } from '@tickway/client';
import { health, staleAfterMs } from './health';

const status = (state: Status['state'], transport: Status['transport'] = 'websocket'): Status => ({
  state,
  transport,
});

describe('health', () => {
  it('believes a live connection until nothing came for longer than the feeds ever pause', () => {
    expect(health(status('live'), 1299)).toBe('live');
    expect(health(status('live'), 1300)).toBe('silent');
  });

  it('gives polling the second between two questions', () => {
    expect(health(status('live', 'polling'), 1799)).toBe('live');
    expect(staleAfterMs('polling')).toBeLessThanOrEqual(2000);
  });

  it('says what the connection says when it is not live', () => {
    expect(health(status('waiting'), 60_000)).toBe('waiting');
    expect(health(status('connecting'), 60_000)).toBe('connecting');
    expect(health(status('closed'), 0)).toBe('closed');
  });

  it('does not take for silence what the viewer’s own limits hold back', () => {
    const live = { state: 'live', transport: 'websocket' } as const;
    expect(health(live, 2500, { maxFrequency: 0.5 })).toBe('live');
    expect(health(live, 3300, { maxFrequency: 0.5 })).toBe('silent');
    expect(health(live, 5000, { maxBandwidth: 1000 })).toBe('live');
  });
});
