import type { Clock } from '@tickway/gateway';
import type { Tally } from '../../ledger/tally';
import { LAB_TOPIC } from '../../source/outside-source';
import type { Browser } from './browser';
import { follow, kinds, openTally, type Http2Group } from './http2-group';

/** Streams of one page, or of one page in as many tabs: over HTTP/1.1 a browser opens six to one address. */
export const TABS = 7;

/** What is said beside the streams. */
export interface Saying {
  readonly topic: string;
  readonly perSecond: number;
  /** Of the server's ingest. */
  readonly token: string;
  readonly clock: Clock;
}

/** All that a page may do, in one browser. */
export interface OnePage {
  readonly browser: Browser;
  readonly group: Http2Group;
  /** By transport, with a viewer each; streaming is what {@link tabs} do. */
  readonly others: readonly Tally[];
  readonly tabs: readonly Tally[];
  /** What came back of what was said. */
  readonly heard: Tally;
  said(): number;
  /** Lets it say nothing more. */
  hush(): void;
}

/** Opens every transport in the first browser of a group, seven streams among them, and speaks by POST beside. */
export function onePage(group: Http2Group, saying: Saying): OnePage {
  const [browser] = group.browsers;
  if (!browser) throw new Error('a page needs a browser');
  const tabs = Array.from({ length: TABS }, openTally);
  for (const tally of tabs) follow(browser, 'streaming', { topic: LAB_TOPIC, tally });
  const others = kinds
    .filter((kind) => kind !== 'streaming')
    .map((kind) => {
      const tally = openTally();
      follow(browser, kind, { topic: LAB_TOPIC, tally });
      return tally;
    });
  const heard = openTally();
  follow(browser, 'streaming', { topic: saying.topic, tally: heard });
  return { browser, group, others, tabs, heard, ...speaking(browser, saying) };
}

function speaking(
  browser: Browser,
  { topic, perSecond, token, clock }: Saying,
): Pick<OnePage, 'said' | 'hush'> {
  let said = 0;
  const say = () => {
    const row = { key: 'K0', fields: { id: ++said }, at: Math.floor(clock.now()) };
    browser.post(`/ingest/${topic}`, `${JSON.stringify(row)}\n`, `Bearer ${token}`);
  };
  const timer = setInterval(say, 1_000 / perSecond);
  return { said: () => said, hush: () => clearInterval(timer) };
}
