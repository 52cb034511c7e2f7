import { parseTopic } from '@tickway/protocol';
import { defaultLevers, leversIn, leversQuery, sameRace, type Levers } from './levers';

const [quotes, positions] = [parseTopic('quotes'), parseTopic('positions')];
const address = (levers: Levers) =>
  new URLSearchParams(
    Object.entries(leversQuery(levers)).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );

describe('levers', () => {
  it('leave an address empty when all is as by default', () => {
    expect(address(defaultLevers).toString()).toBe('');
    expect(leversIn(new URLSearchParams())).toEqual(defaultLevers);
  });

  it('come back from the address they were written into', () => {
    const levers: Levers = {
      topics: [quotes, positions],
      of: positions,
      pollingIntervalMs: 250,
      longPollWaitMs: 5_000,
      coalescingMs: 10,
      codec: 'msgpack',
      compress: true,
      keepAlive: false,
      windowMs: 600_000,
    };
    expect(leversIn(address(levers))).toEqual(levers);
  });

  it('take nothing from an address that cannot be had', () => {
    const foreign = new URLSearchParams(
      'topics=secrets&of=quotes&interval=1&wait=-5&window=Infinity&coalescing=51&codec=cbor&compress=br&keepalive=no',
    );
    expect(leversIn(foreign)).toEqual({ ...defaultLevers, of: quotes });
  });

  it('measure delays only of a topic that is raced', () => {
    expect(leversIn(new URLSearchParams('topics=quotes&of=trades')).of).toBe(quotes);
  });

  it('tell a race from another by what is measured, not by what is shown', () => {
    expect(sameRace(defaultLevers, { ...defaultLevers, windowMs: 600_000, of: quotes })).toBe(true);
    const changes: readonly Partial<Levers>[] = [
      { pollingIntervalMs: 250 },
      { coalescingMs: 10 },
      { codec: 'msgpack' },
      { compress: true },
      { keepAlive: false },
    ];
    for (const change of changes)
      expect(sameRace(defaultLevers, { ...defaultLevers, ...change })).toBe(false);
  });
});
