import { flightFeed, marketFeed, vehicleFeed } from '@tickway/feed';
import { parseTopic } from '@tickway/protocol';
import { VirtualTimeScheduler } from 'rxjs';
import { topicsOf } from './topics';

const names = topicsOf([]).map(({ topic }) => topic);

describe('the topics', () => {
  it('are all that the feeds speak of', () => {
    const scheduler = new VirtualTimeScheduler();
    const feeds = [
      marketFeed({ seed: 1, scheduler }),
      vehicleFeed({ packs: [], seed: 1, scheduler }),
      flightFeed({ airports: [], seed: 1, scheduler }),
    ];
    expect(names).toEqual(expect.arrayContaining(feeds.flatMap(({ topics }) => topics)));
  });

  it('of outside programs may not take the name of one of the server’s own', () => {
    expect(() => topicsOf([{ topic: parseTopic('depth'), delivery: 'latest' }])).toThrow(
      "depth is the server's own",
    );
  });
});
