import { WireBook } from './wire-book';
import type { WireEvent } from './wire-event';

/** A chapter of events `[kind, connection, at, path]`, numbered on from `first`. */
function chapter(
  said: readonly (readonly [WireEvent['kind'], number, number, string?])[],
  first = 1,
  oldest = 1,
) {
  const events = said.map(([kind, connection, at, path = '/feed/websocket'], index): WireEvent => {
    return {
      ...{ n: first + index, at, connection, kind, path, text: '' },
      ...{ from: 'server', framing: 2, payload: 10 },
    };
  });
  return { oldest, next: first + events.length, events };
}

describe('the wire’s book', () => {
  it('knows whose an event is, also where two share a connection one after the other', () => {
    const book = new WireBook();
    book.take(
      chapter([
        ['request', 1, 10, '/feed/polling'],
        ['answer', 1, 30, '/feed/polling'],
        ['request', 2, 35, '/feed/socket.io/'],
        ['unit', 1, 31, '/feed/polling'],
        ['end', 1, 40, '/feed/polling'],
        ['request', 1, 50, '/feed/clock'],
        ['frame', 2, 60, '/feed/socket.io/'],
      ]),
    );
    expect(book.events.map(({ lane }) => lane)).toEqual([
      ...['polling', 'polling', 'socket.io', 'polling', 'polling', 'clock', 'socket.io'],
    ]);
    expect(book.events[0]).toMatchObject({ answeredAt: 30, endedAt: 40 });
    expect(book.events[5]?.endedAt).toBeUndefined();
    expect(book.events[3]?.gapMs).toBe(1);
    expect(book.sums.get('polling')).toEqual({ requests: 1, messages: 1, framing: 8, payload: 40 });
  });

  it('ends what a closed connection leaves open', () => {
    const book = new WireBook();
    book.take(
      chapter([
        ['request', 1, 10],
        ['answer', 1, 20],
        ['closed', 1, 90],
      ]),
    );
    expect(book.events[0]?.endedAt).toBe(90);
  });

  it('counts what the gateway had forgotten before it was asked for', () => {
    const book = new WireBook();
    book.take(chapter([['frame', 1, 1]]));
    book.take(chapter([['frame', 1, 2]], 12, 12));
    expect([book.lost, book.next]).toEqual([10, 13]);
  });

  it('has the handshake that the gateway kept of what was opened long before', () => {
    const book = new WireBook();
    const [head] = chapter([['request', 2, 1]]).events;
    const late = chapter([['frame', 2, 90]], 501, 500);
    book.take({ ...late, events: [...(head ? [head] : []), ...late.events] });
    expect(book.lasting.map(({ n }) => n)).toEqual([1]);
    expect(book.lost).toBe(498);
    expect(book.beganAt).toBe(90);
    expect(book.events[1]?.gapMs).toBeUndefined();
  });

  it('keeps the handshake of what still runs, however much came after it', () => {
    const book = new WireBook();
    book.take(
      chapter([
        ['request', 1, 1],
        ['answer', 1, 2],
      ]),
    );
    book.take(
      chapter(
        Array.from({ length: 9_000 }, (_, i) => ['frame', 1, 3 + i] as const),
        3,
      ),
    );
    expect(book.events.slice(0, 3).map(({ n, kind }) => [n, kind])).toEqual([
      [1, 'request'],
      [2, 'answer'],
      [3_003, 'frame'],
    ]);
    expect(book.lasting.map(({ n }) => n)).toEqual([1]);
  });

  it('keeps a bounded number of events, and none after it is cleared', () => {
    const book = new WireBook();
    for (let n = 1; n <= 20_000; n += 1_000)
      book.take(
        chapter(
          Array.from({ length: 1_000 }, (_, i) => ['frame', 1, n + i] as const),
          n,
        ),
      );
    expect(book.events.length).toBeLessThanOrEqual(7_200);
    expect(book.events.at(-1)?.n).toBe(20_000);
    book.clear();
    expect([book.events.length, book.sums.size, book.next]).toEqual([0, 0, 20_001]);
  });
});
