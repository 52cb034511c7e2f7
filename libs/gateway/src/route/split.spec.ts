import { decodeMessage, limits } from '@tickway/protocol';
import { parseRoute } from './route';
import { Routes } from './routes';
import { splitMessage } from './split-message';
import { splitQuery } from './split-query';

const routes = new Routes(['quotes,trades=http://a:1', 'positions=http://a:2'].map(parseRoute));

const asked = (query: string) =>
  [...splitQuery(routes, new URLSearchParams(query))].map(
    ([{ port }, part]) => `${port}: ${part.toString()}`,
  );

describe('a query over several servers', () => {
  it('is cut so that each has its topics and what is said of them, and all what is said of none', () => {
    const query =
      'topic=quotes&topic=positions&quotes.keys=A&positions.known=all&positions.cursor=e:1&waitMs=5';
    expect(asked(query)).toEqual([
      '1: topic=quotes&quotes.keys=A&waitMs=5',
      '2: topic=positions&positions.known=all&positions.cursor=e%3A1&waitMs=5',
    ]);
  });

  it('leaves to the servers what nobody knows, so that they refuse it', () => {
    expect(asked('topic=quotes&topic=positions&nowhere.keys=A&x=1')).toEqual([
      '1: topic=quotes&nowhere.keys=A&x=1',
      '2: topic=positions&nowhere.keys=A&x=1',
    ]);
  });

  it('shares the bytes a second that are wanted at most, and refuses what is too little to share', () => {
    expect(asked('topic=quotes&topic=positions&maxBandwidth=5001')).toEqual([
      '1: topic=quotes&maxBandwidth=2500',
      '2: topic=positions&maxBandwidth=2500',
    ]);
    expect(asked('topic=quotes&maxBandwidth=1000')).toEqual(['1: topic=quotes&maxBandwidth=1000']);
    expect(() => asked('topic=quotes&topic=positions&maxBandwidth=1000')).toThrow('too small');
  });

  it('names no more topics than a server takes', () => {
    const many = Array.from({ length: limits.topics + 1 }, (_, i) => `topic=t${i}`).join('&');
    expect(() => asked(many)).toThrow(expect.objectContaining({ code: 'filter_too_large' }));
  });
});

describe('a message over several servers', () => {
  it('is cut by its topics, cursors and filters with them, limits for each', () => {
    const wish = decodeMessage(
      JSON.stringify({
        type: 'subscribe',
        subscriptions: [
          { topic: 'quotes', cursor: 'e:1', filter: { keys: ['A'] } },
          { topic: 'positions', known: null },
        ],
        limits: { maxFrequency: 2, maxBandwidth: 9_000 },
      }),
    );
    const [quotes, positions] = wish.subscriptions;
    const own = { maxFrequency: 2, maxBandwidth: 4_500 };
    expect([...splitMessage(routes, wish).values()]).toEqual([
      { type: 'subscribe', subscriptions: [quotes], limits: own },
      { type: 'subscribe', subscriptions: [positions], limits: own },
    ]);
  });
});
