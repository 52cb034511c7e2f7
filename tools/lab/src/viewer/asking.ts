import { HttpAnswers } from '@tickway/gateway';
import { plainForm, type WireForm } from '@tickway/protocol';
import { httpFrames } from '../wire/http-frames';
import { acceptEncoding, formQuery } from './form-query';
import { request } from './request';
import type { Viewer, Way } from './viewer';

/** How a viewer that asks again and again does it. */
export interface AskingOptions {
  readonly transport: 'polling' | 'long-polling';
  /** From an answer to the next question, ms: the polling interval; 0 for long polling, or a spread. */
  readonly pauseMs: number | (() => number);
  /** Most a long poll is held, ms. */
  readonly waitMs?: number;
  /** @default plain JSON */
  readonly form?: WireForm;
  /** Whether the TCP connection is kept for the next question. */
  readonly keepAlive: boolean;
  /** More request headers, e.g. as many bytes as a browser sends. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Polling and long polling: a question, an answer, a pause (or none). */
export const asking =
  (options: AskingOptions): Way =>
  (viewer) => {
    const { clock, tally } = viewer.setting;
    let answeredAt: number | undefined;
    const ask = () => {
      sayQuestion(viewer, options);
      if (answeredAt !== undefined) tally.asked(clock.now() - answeredAt);
    };
    const frames = httpFrames(viewer, options.form ?? plainForm);
    ask();
    return new HttpAnswers({
      head: ({ status, bytes }) => {
        viewer.account.add('headers', bytes);
        if (status !== 200) throw new Error(`answered ${status}`);
      },
      body: (chunk) => {
        answeredAt = clock.now();
        frames.add(chunk);
      },
      framing: (bytes) => viewer.account.add('framing', bytes),
      end: () => {
        frames.end();
        const pauseMs = typeof options.pauseMs === 'function' ? options.pauseMs() : options.pauseMs;
        if (!options.keepAlive) viewer.comeBack(pauseMs);
        else if (pauseMs > 0) viewer.after(pauseMs, ask);
        else ask();
      },
    });
  };

function sayQuestion(viewer: Viewer, options: AskingOptions): void {
  const { transport, waitMs, keepAlive, form = plainForm, headers } = options;
  const query = viewer.query({ ...(waitMs !== undefined && { waitMs: String(waitMs) }), ...formQuery(form) });
  viewer.countRequest();
  const more = { ...(!keepAlive && { Connection: 'close' }), ...acceptEncoding(form), ...headers };
  viewer.send('headers', request(viewer.setting.server, `/feed/${transport}?${query}`, more));
}
