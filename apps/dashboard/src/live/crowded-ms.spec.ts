import { crowdedMs } from './crowded-ms';

describe('how long a connection has been waited for', () => {
  const waited = { choice: 'auto', chosenMs: 90_000, silentMs: 7_000 } as const;

  it('is the silence of an HTTP transport that opens', () => {
    expect(crowdedMs({ transport: 'streaming', state: 'connecting' }, waited)).toBe(7_000);
    expect(crowdedMs({ transport: 'websocket', state: 'connecting' }, waited)).toBe(0);
    expect(crowdedMs({ transport: 'streaming', state: 'waiting', code: 'lost' }, waited)).toBe(0);
  });

  it('is since the choice of one while another carries on, unless the server refused it', () => {
    const live = { transport: 'websocket', state: 'live' } as const;
    const chosen = { ...waited, choice: 'streaming' } as const;
    expect(crowdedMs({ ...live, switchingTo: 'streaming' }, chosen)).toBe(90_000);
    expect(crowdedMs({ ...live, code: 'lost' }, chosen)).toBe(90_000);
    expect(crowdedMs({ ...live, code: 'over_capacity' }, chosen)).toBe(0);
    expect([crowdedMs(live, waited), crowdedMs({ ...live, transport: 'streaming' }, chosen)]).toEqual([0, 0]);
  });
});
