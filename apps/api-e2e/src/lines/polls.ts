import { decodeFrame } from '@tickway/protocol';
import { setTimeout as pause } from 'node:timers/promises';
import { Receiver } from '../harness/receiver';
import { Asking } from './asking';
import type { OpenLine } from './line';

/** What distinguishes the two ways that ask again and again. */
export interface Asks {
  /** The address of a request. */
  readonly address: (query: URLSearchParams) => string;
  /** From one answer to the next request, ms. */
  readonly pauseMs: number;
}

/** Asks until closed, refused or told goodbye. A request that is cut short is made again, with the same cursors. */
export const polls =
  ({ address, pauseMs }: Asks): OpenLine =>
  (url, subscriptions) => {
    const receiver = new Receiver();
    const asking = new Asking(receiver, subscriptions);
    let abandon = new AbortController();
    const ask = async ({ signal }: AbortController) => {
      const { query, receive } = asking.request();
      const answer = await fetch(url + address(query), { signal });
      const text = await answer.text();
      if (!signal.aborted) for (const line of text.trimEnd().split('\n')) receive(decodeFrame(line));
    };
    const askOn = async () => {
      while (!receiver.over) {
        // Cut, refused or abandoned: the next request says the same, or what was wished instead.
        await ask(abandon).catch(() => undefined);
        await pause(pauseMs);
      }
      receiver.end({});
    };
    void askOn();
    return {
      receiver,
      subscribe: (wish) => {
        asking.change(wish);
        abandon.abort();
        abandon = new AbortController();
      },
      close: () => {
        receiver.over = true;
        abandon.abort();
      },
    };
  };
