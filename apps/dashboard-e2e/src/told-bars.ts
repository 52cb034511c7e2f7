import { expect, type APIRequestContext, type APIResponse, type Page } from '@playwright/test';
import { addTrade, tradeOf, type Bar, type BarSeries, type Interval } from '@tickway/market';
import { decodeFrame, type Received } from '@tickway/protocol';

/** A bar as the page writes it: when it begins, then open, high, low, close, volume and how many trades. */
export type WrittenBar = readonly string[];

/** The bars that the page tells those who cannot see its chart, oldest first. */
export const barsShown = (page: Page): Promise<readonly WrittenBar[]> =>
  page
    .getByTestId('bars')
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector('time')?.dateTime ?? '',
        ...[...row.querySelectorAll('td')].map(({ textContent }) => textContent),
      ]),
    );

/** Which trades. */
export interface ToldTrades {
  readonly symbol: string;
  readonly interval: Interval;
  /** Recorded up to then, epoch ms; absent: up to now. */
  readonly upTo?: number;
}

/** The bars of all trades that the server told of a symbol, folded here one by one. */
export async function barsTold(
  request: APIRequestContext,
  { symbol, interval, upTo = Infinity }: ToldTrades,
): Promise<readonly WrittenBar[]> {
  const add = addTrade(interval);
  let bars: BarSeries = [];
  for (const frame of await framesTold(request, symbol)) {
    if (frame.type !== 'delta' || frame.writtenAt > upTo) continue;
    for (const { fields, at } of frame.rows) {
      const trade = tradeOf(fields);
      if (trade) bars = add(bars, trade, at);
    }
  }
  return bars.map(written);
}

/** All that the server recorded of a symbol's trades, page by page. */
async function framesTold(request: APIRequestContext, symbol: string): Promise<readonly Received[]> {
  const frames: Received[] = [];
  let next: string | undefined = `/history/frames?topic=trades&trades.keys=${symbol}&from=1`;
  while (next !== undefined) {
    const answer: APIResponse = await request.get(next);
    expect(answer.ok()).toBe(true);
    frames.push(...(await answer.text()).trimEnd().split('\n').map(decodeFrame));
    next = /<([^>]+)>; rel="next"/.exec(answer.headers().link ?? '')?.[1];
  }
  return frames;
}

const written = ({ start, open, high, low, close, volume, trades }: Bar): WrittenBar => [
  new Date(start).toISOString(),
  ...[open, high, low, close].map((price) => price.toFixed(2)),
  ...[volume, trades].map((count) => count.toLocaleString('en-US')),
];
