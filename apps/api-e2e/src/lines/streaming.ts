import { decodeFrame, type Received } from '@tickway/protocol';
import { Receiver } from '../harness/receiver';
import { Asking } from './asking';
import type { OpenLine } from './line';

/** `GET /feed/streaming`: one answer of Server-Sent Events without end; a changed wish is a new request. */
export const openStreaming: OpenLine = (url, subscriptions) => {
  const receiver = new Receiver();
  const asking = new Asking(receiver, subscriptions);
  let abandon = new AbortController();
  const ask = async ({ signal }: AbortController) => {
    const { query, receive } = asking.request();
    const answer = await fetch(`${url}/feed/streaming?${query}`, { signal });
    if (!answer.ok) receive(decodeFrame(await answer.text()));
    else if (answer.body) await readEvents(answer.body, receive);
  };
  const begin = () => {
    const request = abandon;
    // Cut short or ended by the server; an abandoned one goes on as another.
    void ask(request)
      .catch(() => undefined)
      .then(() => request === abandon && receiver.end({}));
  };
  begin();
  return {
    receiver,
    subscribe: (wish) => {
      asking.change(wish);
      abandon.abort();
      abandon = new AbortController();
      begin();
    },
    close: () => abandon.abort(),
  };
};

async function readEvents(
  body: ReadableStream<Uint8Array>,
  receive: (frame: Received) => void,
): Promise<void> {
  let text = '';
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const events = (text + decoder.decode(value, { stream: true })).split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (data !== undefined) receive(decodeFrame(data));
    }
  }
}
