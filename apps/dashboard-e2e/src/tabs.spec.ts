import { expect, test, type BrowserContext } from '@playwright/test';
import type { TransportName } from '@tickway/protocol';
import { Dashboard } from './dashboard';

/** What a browser opens to one address over HTTP/1.1 at most, all its tabs together. */
const CONNECTIONS = 6;

/** Opens a tab and waits until it is live. */
async function openTab(context: BrowserContext, transport: TransportName | 'auto'): Promise<Dashboard> {
  const dashboard = new Dashboard(await context.newPage());
  await dashboard.page.goto(transport === 'auto' ? '/quotes' : `/quotes?transport=${transport}`);
  await dashboard.isLiveOn(transport);
  return dashboard;
}

/** One after the other: each that streams takes a connection from those that have not loaded yet. */
async function openStreams(context: BrowserContext, count: number) {
  const tabs: Dashboard[] = [];
  while (tabs.length < count) tabs.push(await openTab(context, 'streaming'));
  return tabs;
}

test('six tabs stream; the seventh is not live before one of them is closed', async ({ context }) => {
  const tabs = await openStreams(context, CONNECTIONS);
  const seventh = new Dashboard(await context.newPage());
  const order: string[] = [];
  // The document itself has to wait for a connection.
  const live = seventh
    .open('/quotes', 'streaming')
    .then(() => seventh.isLiveOn('streaming'))
    .then(() => order.push('the seventh is live'));
  for (const tab of tabs.slice(0, 2)) await tab.quotesMove();
  order.push('the first is closed');
  await tabs[0]?.page.close();
  await live;
  expect(order).toEqual(['the first is closed', 'the seventh is live']);
});

test('seven tabs of one address are all live on auto', async ({ context }) => {
  const tabs = await Promise.all(Array.from({ length: CONNECTIONS + 1 }, () => openTab(context, 'auto')));
  for (const tab of tabs) await tab.quotesMove();
});
