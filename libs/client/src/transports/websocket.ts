import { encodeMessage, formatQuery, type Received } from '@tickway/protocol';
import { Observable, switchMap } from 'rxjs';
import type { Transport, Wish } from '../transport';
import { byteLength } from './byte-length';
import { errorOfClose } from './error-of';
import { messagesOf } from './message-of';
import { messageReader, sizeOf, type ReadMessage } from './read-message';
import type { PaceOptions, TransportOptions } from './options';
import { silenceOf } from './silence-of';

type Options = TransportOptions & Pick<PaceOptions, 'heartbeatMs'>;

/** A socket after RFC 6455 without anything on top; the first wish goes in its address, later ones as messages. */
export const websocket = (options: Options): Transport => ({
  name: 'websocket',
  asks: 'message',
  silenceMs: () => silenceOf(options.heartbeatMs),
  open: (wish) => messageReader(options.form).pipe(switchMap((read) => open(wish, options, read))),
});

const open = (wish: Wish, { url, traffic, form }: Options, read: ReadMessage): Observable<Received> =>
  new Observable((subscriber) => {
    const first = wish.current();
    const address = new URL(`/feed/websocket?${formatQuery(first, wish.limits(), form).toString()}`, url);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(address);
    socket.binaryType = 'arraybuffer';
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
      traffic.received(sizeOf(data));
      try {
        subscriber.next(read(data));
      } catch (error) {
        subscriber.error(error); // a FeedError
      }
    });
    // An error is always followed by a close, which has the code.
    socket.addEventListener('close', ({ code }) => subscriber.error(errorOfClose(code)));
    return () => {
      changes.unsubscribe();
      socket.close();
    };
  });
