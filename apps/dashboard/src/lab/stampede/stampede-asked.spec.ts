import { stampedeIn, stampedeQuery, type StampedeAsked } from './stampede-asked';

const address = (asked: StampedeAsked) =>
  new URLSearchParams(
    Object.entries(stampedeQuery(asked)).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );

describe('a stampede in the address', () => {
  it('is one event to 500 parked polls where the address says nothing', () => {
    const usual = stampedeIn(new URLSearchParams());
    expect(usual).toEqual({ way: 'long-polling', event: 'one-event', viewers: 500, jitterMs: 0 });
    expect(address(usual).toString()).toBe('');
  });

  it('comes back from the address it was written into', () => {
    const asked: StampedeAsked = { way: 'websocket', event: 'cut', viewers: 1_500, jitterMs: 200 };
    expect(stampedeIn(address(asked))).toEqual(asked);
  });

  it('takes nothing that cannot be had, and no more than may be', () => {
    const foreign = new URLSearchParams('way=polling&event=fire&viewers=90000&jitter=-1');
    expect(stampedeIn(foreign)).toEqual({
      ...{ way: 'long-polling', event: 'one-event', viewers: 2_000, jitterMs: 0 },
    });
  });
});
