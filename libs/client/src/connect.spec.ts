import { FeedError, parseKey } from '@tickway/protocol';
import { VirtualTimeScheduler } from 'rxjs';
import { connect } from './connect';
import type { Counts } from './counts';
import { delta, quotes, row, snapshot, trades } from './testing/frames';
import { FakeTransports } from './testing/fake-transport';

function start() {
  const scheduler = new VirtualTimeScheduler(undefined, 0);
  const fake = new FakeTransports();
  const connection = connect({
    url: 'http://127.0.0.1:1',
    transport: 'websocket',
    subscriptions: [{ topic: quotes }],
    every: [trades],
    transports: fake.of,
    scheduler,
    random: () => 0,
  });
  const seen: string[] = [];
  let counts: Counts | undefined;
  connection.frames.subscribe({ next: ({ type }) => seen.push(type), complete: () => seen.push('end') });
  connection.counts.subscribe((present) => (counts = present));
  scheduler.flush();
  return { connection, fake, seen, counts: () => counts };
}

describe('a connection', () => {
  it('delivers frames to all who listen, and measures them', () => {
    const { connection, fake, seen } = start();
    const late: string[] = [];
    fake.last.send(snapshot('e:1', [row('A', 1)]));
    connection.frames.subscribe(({ type }) => late.push(type));
    fake.last.send(delta('e:1→e:2', [row('A', 2)]));
    expect({ seen, late }).toEqual({ seen: ['snapshot', 'delta'], late: ['delta'] });
    expect(connection.meter.snapshot()).toMatchObject({ frames: 2, rows: 2 });
  });

  it('opens after what has to be over before, even if that fails, and not once it is closed', async () => {
    const openings = (close: boolean) => {
      const fake = new FakeTransports();
      const subscriptions = [{ topic: quotes }];
      const connection = connect({
        ...{ url: 'http://127.0.0.1:1', transport: 'streaming', subscriptions, transports: fake.of },
        ...{ after: Promise.reject(new Error('not loaded')), scheduler: new VirtualTimeScheduler() },
      });
      if (close) connection.close();
      return fake.openings;
    };
    const [open, closed] = [openings(false), openings(true)];
    expect(open).toHaveLength(0);
    await new Promise((resolve) => setImmediate(resolve));
    expect([open.length, closed.length]).toEqual([1, 0]);
  });

  it('shows losses of the server that nobody told of', () => {
    const { fake, counts } = start();
    fake.last.send(snapshot('e:1'), delta('e:3→e:4'));
    expect(counts()).toEqual({ missing: 2, double: 0, gaps: 0, switches: 0, reconnects: 0 });
  });

  it('owes nothing of the time in which a topic was not wished', () => {
    const { connection, fake, counts } = start();
    fake.last.send(snapshot('e:1'));
    connection.subscribe([{ topic: trades }]);
    fake.last.send(snapshot('e:5', [], trades));
    connection.subscribe([{ topic: trades }, { topic: quotes }]);
    fake.last.send(snapshot('e:900'), delta('e:900→e:901'));
    expect(counts()).toEqual({ missing: 0, double: 0, gaps: 0, switches: 0, reconnects: 0 });
  });

  it('stays clean over switches', () => {
    const { connection, fake, counts } = start();
    fake.last.send(snapshot('e:1'));
    connection.switchTo('polling');
    fake.openings[0]?.send(delta('e:1→e:3'));
    fake.last.send(delta('e:1→e:4'));
    expect(counts()).toEqual({ missing: 0, double: 0, gaps: 0, switches: 1, reconnects: 0 });
  });

  it('refuses a wish that a server would refuse, and goes on', () => {
    const { connection, fake, seen } = start();
    const tooMany = { keys: Array.from({ length: 513 }, (_, i) => parseKey(`K${i}`)) };
    expect(() => connection.subscribe([{ topic: quotes, filter: tooMany }])).toThrow(FeedError);
    fake.last.send(snapshot('e:1'));
    expect(fake.last.asked).toEqual([[{ topic: quotes }]]);
    expect(seen).toEqual(['snapshot']);
  });

  it('says the viewer’s own limits to what is open and to what is opened later', () => {
    const { connection, fake } = start();
    connection.limit({ maxFrequency: 2 });
    fake.last.send(snapshot('e:1'));
    connection.switchTo('streaming');
    connection.limit({});
    expect(fake.openings.map(({ limits }) => limits)).toEqual([
      [{}, { maxFrequency: 2 }, {}],
      [{ maxFrequency: 2 }],
      [{}],
    ]);
  });

  it('refuses limits that a server would refuse, and keeps those before', () => {
    const { connection, fake } = start();
    connection.limit({ maxBandwidth: 20_000 });
    expect(() => connection.limit({ maxFrequency: 0 })).toThrow(FeedError);
    fake.last.ask();
    expect(fake.last.limits.at(-1)).toEqual({ maxBandwidth: 20_000 });
  });

  it('is over when closed, and does nothing more', () => {
    const { connection, fake, seen } = start();
    connection.close();
    connection.close();
    connection.switchTo('polling');
    connection.subscribe([]);
    expect(seen).toEqual(['end']);
    expect(fake.openings).toHaveLength(1);
    expect(fake.last.closed).toBe(true);
  });
});
