import { transportNames } from '@tickway/protocol';
import { behaviours } from './behaviours';
import { Server } from './harness/server';
import { TOPICS } from './harness/topic-pool';
import { World } from './harness/world';

let server: Server;

beforeAll(async () => {
  server = await Server.start({ ...TOPICS.settings, TICKWAY_HEARTBEAT_MS: '500', TICKWAY_SLOW_MS: '60000' });
});

afterAll(() => server.stop());

describe.each(transportNames)('%s', (transport) => {
  it.each(behaviours)('$says', async ({ check }) => {
    const world = new World(transport, server, TOPICS);
    await check(world).finally(() => world.end());
  });
});
