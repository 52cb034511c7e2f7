import { HttpConnections, type RequestTiming } from './http-connections';

const timing = (path: string, start: number, connectMs = 0): RequestTiming => ({
  name: `http://127.0.0.1:3000/feed/${path}?topic=trades`,
  ...{ fetchStart: start, connectStart: start, connectEnd: start + connectMs },
  ...{ requestStart: start + connectMs + 1, responseEnd: start + 50, nextHopProtocol: 'http/1.1' },
});

describe('http connections', () => {
  it('tell requests that opened a connection from those that reused one', () => {
    const use = new HttpConnections();
    use.take([timing('long-polling', 0, 2), timing('long-polling', 60), timing('long-polling', 120)]);
    expect(use.of('long-polling')).toMatchObject({ requests: 3, opened: 1, protocol: 'http/1.1' });
  });

  it('measure the time from an answer to the next request', () => {
    const use = new HttpConnections();
    use.take([timing('polling', 0), timing('polling', 150), timing('polling', 240)]);
    expect(use.of('polling')?.turnaroundMs).toBe((101 + 41) / 2);
  });

  it('do not take a pause of the race for a turn-around', () => {
    const use = new HttpConnections();
    use.take([timing('polling', 0), timing('polling', 150)]);
    use.pause();
    use.take([timing('polling', 90_000)]);
    expect(use.of('polling')?.turnaroundMs).toBe(101);
  });

  it('take polling and long polling apart, and leave out what is neither', () => {
    const use = new HttpConnections();
    use.take([timing('polling', 0), timing('clock', 0, 5)]);
    expect([use.of('polling')?.requests, use.of('long-polling')]).toEqual([1, undefined]);
  });
});
