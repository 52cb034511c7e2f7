import { encodeMessage, formatQuery, type Received } from '@tickway/protocol';
import { Observable } from 'rxjs';
import type { Transport, Wish } from '../transport';
import { byteLength } from './byte-length';
import { errorOfClose, lost } from './error-of';
import { messagesOf } from './message-of';
import type { PaceOptions, TransportOptions } from './options';
import { readFrame } from './read-frame';
import { silenceOf } from './silence-of';

type Options = TransportOptions & Pick<PaceOptions, 'heartbeatMs'>;

/** A socket after RFC 6455 without anything on top; the first wish goes in its address, later ones as messages. */
export const websocket = (options: Options): Transport => ({
  name: 'websocket',
  asks: 'message',
  silenceMs: () => silenceOf(options.heartbeatMs),
  open: (wish) => open(wish, options),
});

const open = (wish: Wish, { url, traffic }: Options): Observable<Received> =>
  new Observable((subscriber) => {
    const first = wish.current();
    const address = new URL(`/feed/websocket?${formatQuery(first, wish.limits()).toString()}`, url);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(address);
    const message = messagesOf(first);
    let changedEarly = false;
    const say = () => {
      const text = encodeMessage(message(wish));
      traffic.sent(byteLength(text));
      socket.send(text);
    };
    const changes = wish.changed.subscribe(() => {
      if (socket.readyState === socket.OPEN) say();
      else changedEarly = true;
    });
    traffic.asked();
    traffic.sent(byteLength(address.search));
    socket.addEventListener('open', () => changedEarly && !subscriber.closed && say());
    socket.addEventListener('message', ({ data }: { data: unknown }) => {
      if (subscriber.closed) return;
      if (typeof data !== 'string') return subscriber.error(lost('what came is not text'));
      traffic.received(byteLength(data));
      deliver(data);
    });
    const deliver = (text: string) => {
      try {
        subscriber.next(readFrame(text));
      } catch (error) {
        subscriber.error(error); // a FeedError of readFrame
      }
    };
    // An error is always followed by a close, which has the code.
    socket.addEventListener('close', ({ code }) => subscriber.error(errorOfClose(code)));
    return () => {
      changes.unsubscribe();
      socket.close();
    };
  });
