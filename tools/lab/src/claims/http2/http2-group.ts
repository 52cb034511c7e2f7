import { seeded, type Address } from '@tickway/gateway';
import { FrameMemo } from '../../ledger/frame-memo';
import { Tally } from '../../ledger/tally';
import { LAB_TOPIC } from '../../source/outside-source';
import { combine, noBytes, type ByteSplit } from '../../wire/byte-account';
import type { ExperimentRim } from '../experiment';
import { browserHeaders } from '../headers';
import { Browser, type Following } from './browser';
import { Http2Account, type HeadBytes } from './http2-account';
import { Relay } from './relay';

/** The transports that are compared. */
export const kinds = ['polling', 'long-polling', 'streaming', 'websocket'] as const;

/** One of {@link kinds}. */
export type Kind = (typeof kinds)[number];

/** From an answer to the next question, ms. */
export const INTERVAL_MS = 1_000;

/** What the groups of one experiment have in common. */
export interface Http2Setting {
  readonly entrance: Address;
  readonly rim: ExperimentRim;
}

// HTTP/2 has small letters, and no word on the connection.
const headers = Object.fromEntries(
  Object.entries(browserHeaders)
    .filter(([name]) => name !== 'Connection')
    .map(([name, value]) => [name.toLowerCase(), value]),
);

/** Some browsers and the line by which they reach the entrance, where every byte is booked by the kind of its frame. */
export class Http2Group {
  readonly browsers: Browser[] = [];
  readonly #accounts: Http2Account[] = [];

  private constructor(
    private readonly setting: Http2Setting,
    private readonly line: Relay,
    accounts: Http2Account[],
  ) {
    this.#accounts = accounts;
  }

  static async open(setting: Http2Setting, size: number): Promise<Http2Group> {
    const accounts: Http2Account[] = [];
    const line = await Relay.open(setting.entrance, () => {
      const account = new Http2Account();
      accounts.push(account);
      return account;
    });
    const group = new Http2Group(setting, line, accounts);
    for (let index = 0; index < size; index++) await group.#enter(index);
    return group;
  }

  /** Connections that were opened. */
  get connections(): number {
    return this.#accounts.length;
  }

  /** Whether every viewer has been told something, or `fault` says why not. */
  get complete(): boolean {
    return this.browsers.every(({ complete }) => complete);
  }

  get fault(): string | undefined {
    return this.browsers.find(({ fault }) => fault !== undefined)?.fault;
  }

  sum(count: (browser: Browser) => number): number {
    return this.browsers.reduce((all, one) => all + count(one), 0);
  }

  /** What the heads of exchanges took, in the mean of the connections. */
  get heads(): HeadBytes {
    const mean = (part: keyof HeadBytes) =>
      this.#accounts.reduce((sum, { heads }) => sum + heads[part], 0) / this.#accounts.length;
    return { first: mean('first'), following: mean('following') };
  }

  /** Bytes by what they are for; an exchange that is the only one of its connection is a handshake. */
  split(kind: Kind): ByteSplit {
    return this.#accounts
      .map((account, index) => this.#splitOf(account.split(), { index, asks: kind.includes('polling') }))
      .reduce((all, one) => combine(all, one), noBytes);
  }

  close(): void {
    for (const browser of this.browsers) browser.close();
    this.line.close();
  }

  #splitOf(
    bytes: ReturnType<Http2Account['split']>,
    { index, asks }: { index: number; asks: boolean },
  ): ByteSplit {
    const body = this.browsers[index]?.account.split() ?? noBytes;
    return {
      payload: body.payload,
      framing: body.framing + bytes.dataHeads + bytes.control,
      headers: asks ? bytes.headers : 0,
      handshake: bytes.setUp + (asks ? 0 : bytes.headers),
    };
  }

  async #enter(index: number): Promise<void> {
    const { rim } = this.setting;
    this.browsers.push(
      await Browser.open({
        ...{ entrance: this.line.address, clock: rim.clock, memo: new FrameMemo(), headers },
        random: seeded(rim.seed, `browser ${index}`),
      }),
    );
  }
}

/** Lets a browser follow by one transport. */
export function follow(browser: Browser, kind: Kind, following: Following): void {
  if (kind === 'streaming') browser.stream(following);
  else if (kind === 'websocket') browser.socket(following);
  else browser.poll(following, { transport: kind, pauseMs: kind === 'polling' ? INTERVAL_MS : 0 });
}

/** Counts from its first event on. */
export function openTally(): Tally {
  const tally = new Tally();
  tally.measuring = true;
  return tally;
}

/** Each browser a viewer of the lab's topic, with one tally for all. */
export function followAll({ browsers }: Http2Group, kind: Kind): Tally {
  const tally = openTally();
  for (const browser of browsers) follow(browser, kind, { topic: LAB_TOPIC, tally });
  return tally;
}
