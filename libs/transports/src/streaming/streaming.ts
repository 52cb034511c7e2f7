import { FeedError, JSON_LINES, parseFormQuery, resumeFrom } from '@tickway/protocol';
import type { EncodedFrame } from '@tickway/hub';
import type { ServerResponse } from 'node:http';
import { limitedAsker } from '../asker';
import { wishOf, type FeedRequest, type PushWish } from '../feed-request';
import { assertAcceptsDeflate } from '../form/accepts-deflate';
import { framesIn, type HttpFrames } from '../form/http-frames';
import { deflated, ZlibStream } from '../form/zlib-stream';
import { NO_STORE } from '../http-answer';
import { Push, type Outlet } from '../push';
import type { Rim } from '../rim';
import { writeAll } from '../write-all';
import { eventId, serverSentEvents } from './server-sent-event';

/** Streaming: one answer without end, as Server-Sent Events or, if the request asks for it, one frame after the other. */
export function stream(rim: Rim, asked: FeedRequest): void {
  const body = bodyOf(asked);
  const push = new Push(rim, new StreamOutlet(rim, asked, body), wishWith(asked));
  asked.response.once('close', () => push.closed());
  begin(rim, asked.response, body);
}

/** How a stream is written. */
interface StreamBody {
  readonly frames: HttpFrames;
  /** The stream that the frames are pieces of, if they are deflated. */
  readonly zlib?: ZlibStream;
}

/** What the query asks for, from where the last event was if the request names it. */
function wishWith({ request, query }: FeedRequest): PushWish {
  const wish = wishOf(query);
  const lastEventId = request.headers['last-event-id'];
  if (typeof lastEventId !== 'string' || lastEventId === '') return wish;
  return { ...wish, subscriptions: resumeFrom(lastEventId, wish.subscriptions) };
}

function bodyOf({ request, query }: FeedRequest): StreamBody {
  const { codec, compress } = parseFormQuery(query);
  const { accept = '' } = request.headers;
  if (codec === 'msgpack' && accept.includes(serverSentEvents.type))
    throw new FeedError('unsupported', 'Server-Sent Events are text: accept application/vnd.msgpack');
  if (compress) assertAcceptsDeflate(request);
  const events = codec === 'json' && !accept.includes(JSON_LINES);
  return { frames: events ? serverSentEvents : framesIn[codec], ...(compress && { zlib: new ZlibStream() }) };
}

/**
 * The head of the answer. Its body ends with the connection, not in chunks: so every viewer's bytes
 * are the same, and go to the socket without a framing of their own. A stream cut short shows by the
 * missing `bye` frame.
 */
function begin({ random }: Rim, response: ServerResponse, body: StreamBody): void {
  const { frames, zlib } = body;
  response.removeHeader('Transfer-Encoding');
  response.writeHead(200, {
    'Content-Type': frames.type,
    'Cache-Control': NO_STORE,
    'X-Accel-Buffering': 'no',
    Connection: 'close',
    ...(zlib && { 'Content-Encoding': 'deflate' }),
  });
  const opening = openingOf(body, random);
  if (opening.length > 0) response.write(opening);
  else response.flushHeaders();
}

/** What comes before the first frame. */
function openingOf({ frames, zlib }: StreamBody, random: () => number): Buffer {
  if (frames !== serverSentEvents) return zlib ? ZlibStream.head : Buffer.alloc(0);
  // Spread: streams cut together must not return together.
  const retry = Buffer.from(`retry: ${1_000 + Math.floor(random() * 2_000)}\n\n`);
  return zlib ? Buffer.concat([ZlibStream.head, zlib.add(deflated(retry))]) : retry;
}

class StreamOutlet implements Outlet {
  readonly name = 'streaming';
  readonly socket;
  readonly asker;
  readonly #lifeMs: number;
  #bornAt: number | undefined;

  constructor(
    private readonly rim: Rim,
    private readonly asked: FeedRequest,
    private readonly body: StreamBody,
  ) {
    this.socket = asked.request.socket;
    this.asker = limitedAsker(asked.request, rim.settings.proxies);
    this.#lifeMs = rim.settings.lifetimeMs * (0.9 + rim.random() * 0.2);
  }

  write(frames: readonly EncodedFrame[], push: Push): number {
    return writeAll(this.socket, this.#bytes(frames, push), push.drained);
  }

  end(): void {
    if (this.body.zlib) this.socket.write(this.body.zlib.end());
    this.asked.response.end();
  }

  tick(now: number, push: Push): void {
    this.#bornAt ??= now;
    if (now - this.#bornAt >= this.#lifeMs) push.end('lifetime');
  }

  #bytes(frames: readonly EncodedFrame[], { cursors }: Push): readonly Buffer[] {
    const { frames: form, zlib } = this.body;
    const now = this.rim.clock.now();
    // The id stands for all frames of the take, so only the last may carry it.
    const last = form === serverSentEvents ? frames.length - 1 : -1;
    const id = last < 0 ? '' : eventId(cursors);
    return frames.map((frame, index) => {
      const own = index === last ? id : undefined;
      return zlib ? zlib.add(form.deflated(frame, now, own)) : form.plain(frame, now, own);
    });
  }
}
