import { ByteLines, HttpAnswers } from '@tickway/gateway';
import { request } from './request';
import type { Viewer, Way } from './viewer';

/** How a viewer that asks again and again does it. */
export interface AskingOptions {
  readonly transport: 'polling' | 'long-polling';
  /** From an answer to the next question, ms: the polling interval; 0 for long polling, or a spread. */
  readonly pauseMs: number | (() => number);
  /** Most a long poll is held, ms. */
  readonly waitMs?: number;
  /** Whether the TCP connection is kept for the next question. */
  readonly keepAlive: boolean;
  /** More request headers, e.g. as many bytes as a browser sends. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Polling and long polling: a question, an answer, a pause (or none). */
export const asking =
  (options: AskingOptions): Way =>
  (viewer) => {
    const ask = () => sayQuestion(viewer, options);
    const lines = new ByteLines((line) => {
      viewer.account.add('framing', 1);
      viewer.receive(line);
    });
    ask();
    return new HttpAnswers({
      head: ({ status, bytes }) => {
        viewer.account.add('headers', bytes);
        if (status !== 200) throw new Error(`answered ${status}`);
      },
      body: (chunk) => lines.add(chunk),
      framing: (bytes) => viewer.account.add('framing', bytes),
      end: () => {
        const pauseMs = typeof options.pauseMs === 'function' ? options.pauseMs() : options.pauseMs;
        if (!options.keepAlive) viewer.comeBack(pauseMs);
        else if (pauseMs > 0) viewer.after(pauseMs, ask);
        else ask();
      },
    });
  };

function sayQuestion(viewer: Viewer, { transport, waitMs, keepAlive, headers }: AskingOptions): void {
  const query = viewer.query(waitMs === undefined ? {} : { waitMs: String(waitMs) });
  viewer.countRequest();
  const more = { ...(!keepAlive && { Connection: 'close' }), ...headers };
  viewer.send('headers', request(viewer.setting.server, `/feed/${transport}?${query}`, more));
}
