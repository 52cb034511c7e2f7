import {
  formatQuery,
  JSON_LINES,
  MESSAGE_PACK,
  plainForm,
  type Received,
  type Subscription,
  type TransportName,
  type ViewerLimits,
} from '@tickway/protocol';
import { Observable, type Subscriber } from 'rxjs';
import { byteLength } from './byte-length';
import { errorOfAnswer, lost } from './error-of';
import { LineSplitter } from './line-splitter';
import type { TransportOptions } from './options';
import { readFrame } from './read-frame';

/** One HTTP request of a transport. */
export interface Question {
  readonly transport: TransportName;
  readonly subscriptions: readonly Subscription[];
  /** The viewer's own limits, where it is the server that keeps them. */
  readonly limits?: ViewerLimits;
  /** Parameters of the transport's own. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/**
 * Asks once and emits the answer's frames as they come; completes at the end of the body.
 * Unsubscribing aborts the request.
 */
export const answer = (question: Question, options: TransportOptions): Observable<Received> =>
  new Observable((subscriber) => {
    const abort = new AbortController();
    void read(question, { ...options, signal: abort.signal }, subscriber);
    return () => abort.abort();
  });

interface Asking extends TransportOptions {
  readonly signal: AbortSignal;
}

async function read(question: Question, asking: Asking, subscriber: Subscriber<Received>) {
  try {
    const response = await ask(question, asking);
    if (!response.ok) throw errorOfAnswer(response.status, await response.text());
    await readBody(response, asking, subscriber);
    subscriber.complete();
  } catch (error) {
    // TypeError of fetch (no network, connection reset), the abort after unsubscription (told to nobody), or our own.
    subscriber.error(error instanceof Error && error.name === 'FeedError' ? error : lost('no answer', error));
  }
}

async function ask(
  { transport, subscriptions, limits, parameters }: Question,
  { url, traffic, signal, form = plainForm }: Asking,
) {
  const query = formatQuery(subscriptions, limits, form);
  for (const [name, value] of Object.entries(parameters ?? {})) query.append(name, value);
  const address = new URL(`/feed/${transport}?${query.toString()}`, url);
  traffic.asked();
  traffic.sent(byteLength(address.search));
  const accept = form.codec === 'msgpack' ? MESSAGE_PACK : JSON_LINES;
  return fetch(address, { signal, cache: 'no-store', headers: { accept } });
}

async function readBody(response: Response, asking: Asking, subscriber: Subscriber<Received>) {
  const parts = partsOf(response, asking);
  if (asking.form?.codec !== 'msgpack') return readLines(parts, subscriber);
  const { packedFrames } = await import('./message-pack');
  for await (const frame of packedFrames(parts)) subscriber.next(frame);
}

async function readLines(parts: AsyncIterable<Uint8Array>, subscriber: Subscriber<Received>) {
  const lines = new LineSplitter();
  for await (const part of parts) for (const line of lines.push(part)) subscriber.next(readFrame(line));
  const rest = lines.end();
  if (rest !== '') subscriber.next(readFrame(rest)); // a last line without its end, or one that was cut: then it is lost
}

/** The parts of a body as they come, counted. */
async function* partsOf(response: Response, { traffic }: Asking): AsyncGenerator<Uint8Array> {
  // Node's types leave open what a body's parts are; fetch says bytes.
  const body: ReadableStream<Uint8Array> | null = response.body;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    traffic.received(part.value.byteLength);
    yield part.value;
  }
}
