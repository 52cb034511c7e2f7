import { serve, type Served } from './testing/serve';
import { Wire } from './testing/wire';

describe('an upgrade that is refused', () => {
  let served: Served;
  beforeEach(async () => (served = await serve({ capacity: 0 })));
  afterEach(() => served.stop());

  it.each([
    ['/feed/carrier-pigeon', 'HTTP/1.1 404 ', 'not_found'],
    ['/feed/polling?topic=quotes', 'HTTP/1.1 400 ', 'bad_request'],
    ['/feed/websocket', 'HTTP/1.1 503 ', 'over_capacity'],
  ])(
    'at %s is told why, and its socket given back though the peer keeps its end',
    async (path, head, code) => {
      const ended = new Promise((resolve) =>
        served.server.once('connection', (socket) => socket.once('close', resolve)),
      );
      const wire = await Wire.open(served.port, { allowHalfOpen: true });
      wire.upgrade(path);
      expect(await wire.until(`"${code}"`)).toMatch(head);
      await ended;
      wire.socket.destroy();
    },
  );
});
