import { FeedError, formatQuery, isErrorCode, messageJson, type Received } from '@tickway/protocol';
import { forkJoin, from, Observable, switchMap } from 'rxjs';
import type { Socket } from 'socket.io-client';
import type { Transport, Wish } from '../transport';
import { lost } from './error-of';
import { messagesOf } from './message-of';
import type { PaceOptions, TransportOptions } from './options';
import { messageReader, sizeOf, type ReadMessage } from './read-message';
import { silenceOf } from './silence-of';

type Options = TransportOptions & Pick<PaceOptions, 'heartbeatMs'>;

/**
 * Socket.IO over WebSocket only, its own reconnection off: fallback and recovery are the connection's, the
 * same for all transports. Its client is loaded when first opened, so that others do not pay for it.
 */
export const socketIo = (options: Options): Transport => ({
  name: 'socket.io',
  asks: 'message',
  silenceMs: () => silenceOf(options.heartbeatMs),
  open: (wish) =>
    forkJoin([from(import('socket.io-client')), messageReader(options.form)]).pipe(
      switchMap(([{ io }, read]) =>
        follow(
          () =>
            io(options.url, {
              path: '/feed/socket.io',
              query: Object.fromEntries(formatQuery([], {}, options.form)),
              transports: ['websocket'],
              reconnection: false,
              forceNew: true,
              autoConnect: false,
            }),
          wish,
          { ...options, read },
        ),
      ),
    ),
});

interface Following extends Pick<Options, 'traffic'> {
  readonly read: ReadMessage;
}

const follow = (make: () => Socket, wish: Wish, { traffic, read }: Following): Observable<Received> =>
  new Observable((subscriber) => {
    const socket = make();
    const message = messagesOf([]);
    const say = () => {
      // Socket.IO makes the text, so it gets the JSON of the message, cursors written out.
      socket.emit('subscribe', messageJson(message(wish)));
    };
    const changes = wish.changed.subscribe(() => socket.connected && say());
    socket.on('connect', say);
    socket.on('frame', (value: unknown) => {
      try {
        subscriber.next(read(value));
      } catch (error) {
        subscriber.error(error); // a FeedError
      }
    });
    socket.on('disconnect', (reason) => subscriber.error(lost(`Socket.IO says ${reason}`)));
    socket.on('connect_error', (error) => subscriber.error(refusal(error)));
    traffic.asked();
    socket.connect(); // makes the engine
    socket.io.engine.on('packet', ({ data }: { data?: unknown }) => traffic.received(size(data)));
    socket.io.engine.on('packetCreate', ({ data }: { data?: unknown }) => traffic.sent(size(data)));
    return () => {
      changes.unsubscribe();
      socket.removeAllListeners();
      socket.disconnect();
    };
  });

/** Bytes of an Engine.IO packet: its type's digit and its text, or bytes as they are. */
const size = (data: unknown) => sizeOf(data) + (typeof data === 'string' || data === undefined ? 1 : 0);

/** Why a handshake failed: a middleware's error may carry a code of our table in its data. */
function refusal(error: Error): FeedError {
  const data: unknown = 'data' in error ? error.data : undefined;
  const code = typeof data === 'object' && data !== null && 'code' in data ? data.code : undefined;
  return isErrorCode(code) ? new FeedError(code) : lost('no Socket.IO handshake', error);
}
