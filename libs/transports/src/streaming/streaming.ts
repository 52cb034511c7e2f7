import { FeedError, resumeFrom } from '@tickway/protocol';
import type { EncodedFrame } from '@tickway/hub';
import type { ServerResponse } from 'node:http';
import { wishOf, type FeedRequest, type PushWish } from '../feed-request';
import { line, NO_STORE } from '../http-answer';
import { Push, type Outlet } from '../push';
import type { Rim } from '../rim';
import { writeAll } from '../write-all';
import { eventId, serverSentEvent } from './server-sent-event';

/** Streaming: one answer without end, as Server-Sent Events or, if the request accepts it, one frame a line. */
export function stream(rim: Rim, asked: FeedRequest): void {
  // The bytes go straight to the socket, so it must be this answer's turn on it.
  if (asked.response.socket === null)
    throw new FeedError('bad_request', 'a stream begins on an idle connection');
  const form = asked.request.headers.accept?.includes('application/x-ndjson') ? 'lines' : 'events';
  const push = new Push(rim, new StreamOutlet(rim, asked, form), wishWith(asked));
  asked.response.once('close', () => push.closed());
  begin(rim, asked.response, form);
}

type Form = 'lines' | 'events';

/** What the query asks for, from where the last event was if the request names it. */
function wishWith({ request, query }: FeedRequest): PushWish {
  const wish = wishOf(query);
  const lastEventId = request.headers['last-event-id'];
  if (typeof lastEventId !== 'string' || lastEventId === '') return wish;
  return { ...wish, subscriptions: resumeFrom(lastEventId, wish.subscriptions) };
}

/**
 * The head of the answer. Its body ends with the connection, not in chunks: so every viewer's bytes
 * are the same, and go to the socket without a framing of their own. A stream cut short shows by the
 * missing `bye` frame.
 */
function begin({ random }: Rim, response: ServerResponse, form: Form): void {
  response.removeHeader('Transfer-Encoding');
  response.writeHead(200, {
    'Content-Type': form === 'lines' ? 'application/x-ndjson' : 'text/event-stream',
    'Cache-Control': NO_STORE,
    'X-Accel-Buffering': 'no',
    Connection: 'close',
  });
  if (form === 'lines') response.flushHeaders();
  // Spread: streams cut together must not return together.
  else response.write(`retry: ${1_000 + Math.floor(random() * 2_000)}\n\n`);
}

class StreamOutlet implements Outlet {
  readonly name = 'streaming';
  readonly socket;
  readonly #lifeMs: number;
  #bornAt: number | undefined;

  constructor(
    private readonly rim: Rim,
    private readonly asked: FeedRequest,
    private readonly form: Form,
  ) {
    this.socket = asked.request.socket;
    this.#lifeMs = rim.settings.lifetimeMs * (0.9 + rim.random() * 0.2);
  }

  write(frames: readonly EncodedFrame[], push: Push): void {
    writeAll(this.socket, this.#bytes(frames, push), push.drained);
  }

  end(): void {
    this.asked.response.end();
  }

  tick(now: number, push: Push): void {
    this.#bornAt ??= now;
    if (now - this.#bornAt >= this.#lifeMs) push.end('lifetime');
  }

  #bytes(frames: readonly EncodedFrame[], { cursors }: Push): readonly Buffer[] {
    const now = this.rim.clock.now();
    if (this.form === 'lines') return frames.map((frame) => line(frame, now));
    const id = eventId(cursors);
    // The id stands for all frames of the take, so only the last may carry it.
    return frames.map((frame, index) =>
      serverSentEvent(frame, now, index === frames.length - 1 ? id : undefined),
    );
  }
}
