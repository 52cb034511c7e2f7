import { FeedError, parseQuery } from '@tickway/protocol';
import type { EncodedFrame, Session } from '@tickway/hub';
import type { FeedRequest } from '../feed-request';
import { mannerOf, mannerParameters, type PollManner } from '../form/poll-manner';
import { answerError, answerFrames } from '../http-answer';
import type { OpenConnection } from '../open-connections';
import { bye } from '../own-frame';
import type { Rim } from '../rim';
import { parseWait } from './wait';

const parameters = ['waitMs', ...mannerParameters];

/** Long polling: takes when there is something, or says at the end of the wait that there was nothing. */
export function longPoll(rim: Rim, asked: FeedRequest): void {
  const waitMs = parseWait(asked.query.get('waitMs'));
  new ParkedPoll(rim, asked, waitMs);
}

/** One request, from its coming to its answer. */
class ParkedPoll implements OpenConnection {
  readonly #session: Session;
  readonly #manner: PollManner;
  readonly #wait: NodeJS.Timeout;
  #answered = false;

  constructor(
    private readonly rim: Rim,
    private readonly asked: FeedRequest,
    waitMs: number,
  ) {
    this.#manner = mannerOf(asked);
    this.#session = rim.hub.open({
      subscriptions: parseQuery(asked.query, parameters),
      onReady: () => rim.fanOut.add(this),
    });
    this.#wait = setTimeout(() => this.#answer([this.#session.heartbeat()]), waitMs);
    rim.connections.add(this);
    rim.traffic.held('long-polling', asked.request.socket);
    asked.response.once('close', () => this.#close());
    if (this.#session.ready) this.take();
  }

  take(): void {
    this.rim.traffic.spend('long-polling', () => this.#takeNow());
  }

  #takeNow(): void {
    try {
      const frames = this.#session.take();
      if (frames.length > 0) this.#answer(frames);
    } catch (error) {
      // A fault of the server, in this session: the others go on.
      this.rim.onFault(error);
      this.#close();
      answerError(this.rim, this.asked.response, new FeedError('internal'));
    }
  }

  goodbye(): void {
    this.rim.codes.count('shutdown');
    this.#answer([bye('shutdown', this.rim.random)]);
  }

  destroy(): void {
    this.asked.request.socket.destroy();
  }

  tick(): void {
    // The wait has its own timer: its end is exact, and the lab compares it with a formula.
  }

  #answer(frames: readonly EncodedFrame[]): void {
    if (this.#answered) return;
    this.rim.traffic.wrote('long-polling', frames);
    const { form, keepAlive } = this.#manner;
    answerFrames(this.rim, { response: this.asked.response, form, keepAlive }, frames);
    this.#close();
  }

  #close(): void {
    if (this.#answered) return;
    this.#answered = true;
    clearTimeout(this.#wait);
    this.#session.close();
    this.rim.connections.remove(this);
    this.rim.traffic.released('long-polling', this.asked.request.socket);
  }
}
