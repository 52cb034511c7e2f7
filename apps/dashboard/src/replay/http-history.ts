import { decodeFrame } from '@tickway/protocol';
import { fromFetch } from 'rxjs/fetch';
import { parseExtent, type Extent } from './extent';
import type { History } from './history';
import type { HistoryPage, PageWish } from './history-page';

/** A history asked over HTTP, at an origin such as `http://127.0.0.1:3000`. Giving a request up aborts it. */
export const httpHistory = (origin: string): History => ({
  extent: () => fromFetch(`${origin}/history`, { selector: extentOf }),
  read: (wish) =>
    fromFetch(`${origin}/history/frames?${queryOf(wish).toString()}`, {
      selector: (answer) => pageOf(answer, origin),
    }),
});

async function extentOf(answer: Response): Promise<Extent | undefined> {
  // A server without these addresses answers with its page or with nothing, one with history switched off says so.
  if (answer.status === 404 || !hasType(answer, 'application/json')) return undefined;
  const told: unknown = await answer.clone().json();
  if (typeof told === 'object' && told !== null && 'code' in told && told.code === 'disabled')
    return undefined;
  await refuse(answer);
  return parseExtent(told);
}

async function pageOf(answer: Response, origin: string): Promise<HistoryPage> {
  await refuse(answer);
  const lines = (await answer.text()).split('\n').filter((line) => line !== '');
  return { frames: lines.map(decodeFrame), next: nextIn(answer.headers.get('link'), origin) };
}

/** @throws Error in the server's words, unless the answer is one */
async function refuse(answer: Response): Promise<void> {
  if (answer.ok) return;
  const text = await answer.text();
  const [, message] = /"message":"([^"]*)"/.exec(text) ?? [];
  throw new Error(message ?? `HTTP ${answer.status}`);
}

const hasType = ({ headers }: Response, type: string) =>
  headers.get('content-type')?.startsWith(type) ?? false;

function queryOf({ topics, begin, to, most }: PageWish): URLSearchParams {
  const query = new URLSearchParams(topics.map((topic) => ['topic', topic]));
  if ('at' in begin) query.set('from', String(begin.at));
  else query.set('after', String(begin.after));
  query.set('to', String(to));
  query.set('most', String(most));
  return query;
}

/** What the page that `Link: <…>; rel="next"` names begins after, epoch ms. */
function nextIn(link: string | null, origin: string): number | undefined {
  const [, address] = /<([^>]+)>;\s*rel="next"/.exec(link ?? '') ?? [];
  const after = address === undefined ? null : new URL(address, origin).searchParams.get('after');
  return after === null ? undefined : Number(after);
}
