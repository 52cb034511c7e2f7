import {
  FeedError,
  formParameters,
  formatCursor,
  limitParameters,
  parseQuery,
  resumeFrom,
  type Subscription,
} from '@tickway/protocol';
import type { IncomingMessage } from 'node:http';
import type { Address } from '../address';
import { gone, open, wholeOf, type Parts } from './ask-all';
import { endToEnd } from './forwarded-headers';
import { byeText } from './own-frames';
import type { Asked } from './pass-request';
import type { RouteRim } from './route-rim';
import { streamUnits, type StreamUnit } from './stream-units';

/** One server's stream. */
interface Branch {
  readonly server: Address;
  readonly answer: IncomingMessage;
  /** Where its topics are, as an event's id says it. */
  id: string;
}

const EVENTS = 'text/event-stream';

/**
 * Streaming from several servers: their frames as they come, whole, in one answer. Each server's events name the cursors of its
 * own topics; what the viewer is told names all, so that an `EventSource` resumes everywhere by itself.
 */
export async function mergeStreams(rim: RouteRim, asked: Asked, parts: Parts): Promise<void> {
  const { request } = asked;
  if ([...parts.values()].some((query) => query.get('codec') === 'msgpack'))
    throw new FeedError('unsupported', 'this gateway merges streams of JSON only');
  const over = gone(asked);
  const wishes = [...parts].map(([server, query]) => ({ server, query, id: placesOf(request, query) }));
  // What a reconnecting EventSource says goes to each server in its query, where only its own topics can stand.
  delete request.headers['last-event-id'];
  const branches = await Promise.all(
    wishes.map(async ({ server, query, id }): Promise<Branch> => {
      const path = `/feed/streaming?${resumed(query, id)}`;
      return { server, id, answer: await open(rim, request, { server, path, signal: over.signal }) };
    }),
  );
  const refused = branches.find(({ answer }) => answer.statusCode !== 200);
  if (refused) await refuse(asked, refused.answer).finally(() => over.abort());
  else new MergedStream(rim, asked, branches).begin(over);
}

/** Where the viewer is in the topics of a part: by its last event, else by its query. */
function placesOf({ headers }: IncomingMessage, query: URLSearchParams): string {
  const wish = parseQuery(query, [...limitParameters, ...formParameters]);
  const last = headers['last-event-id'];
  return idOf(typeof last === 'string' && last !== '' ? resumeFrom(last, wish) : wish);
}

const idOf = (wish: readonly Subscription[]) =>
  wish.flatMap(({ topic, cursor }) => (cursor ? [`${topic}@${formatCursor(cursor)}`] : [])).join();

function resumed(query: URLSearchParams, id: string): string {
  for (const place of id === '' ? [] : id.split(',')) {
    const [topic = '', cursor = ''] = place.split('@');
    query.set(`${topic}.cursor`, cursor);
  }
  return query.toString();
}

async function refuse({ response }: Asked, answer: IncomingMessage): Promise<void> {
  const { status, headers, body } = await wholeOf(answer);
  response.writeHead(status, headers);
  response.end(body);
}

class MergedStream {
  #over = false;

  constructor(
    private readonly rim: RouteRim,
    private readonly asked: Asked,
    private readonly branches: readonly Branch[],
  ) {}

  begin(over: AbortController): void {
    const { response } = this.asked;
    const [first] = this.branches;
    if (first) response.writeHead(200, { ...endToEnd(first.answer), connection: 'close' });
    response.flushHeaders();
    // A reader that stalls stalls the servers, who then merge for it.
    response.on('drain', () => this.branches.forEach(({ answer }) => answer.resume()));
    for (const branch of this.branches) this.#follow(branch, over);
  }

  #follow(branch: Branch, over: AbortController): void {
    const { answer } = branch;
    const form = (answer.headers['content-type'] ?? '').startsWith(EVENTS) ? 'events' : 'lines';
    let saidBye = false;
    const units = streamUnits(form, (unit) => {
      saidBye = unit.bytes.includes('{"type":"bye"');
      this.#write(this.#bytesOf(branch, unit));
    });
    answer.on('data', (chunk: Buffer) => units.add(chunk));
    // An end without a word is followed by a close like every other.
    answer.on('error', () => undefined);
    answer.on('close', () => {
      this.#end(saidBye, form);
      over.abort();
    });
  }

  #bytesOf(branch: Branch, { bytes, id }: StreamUnit): Buffer {
    if (!id) return bytes;
    branch.id = id.text;
    return id.with(this.branches.flatMap((one) => (one.id === '' ? [] : [one.id])).join());
  }

  #write(bytes: Buffer): void {
    if (this.#over || this.asked.response.write(bytes)) return;
    for (const { answer } of this.branches) answer.pause();
  }

  /** One of them ended: so the whole ends, with that one's bye or with ours, and the viewer resumes all. */
  #end(saidBye: boolean, form: 'events' | 'lines'): void {
    if (this.#over) return;
    const bye = byeText(this.rim, 'lost');
    if (!saidBye) this.#write(Buffer.from(form === 'events' ? `data: ${bye}\n\n` : `${bye}\n`));
    this.#over = true;
    this.asked.response.end();
  }
}
