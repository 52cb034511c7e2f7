import { expect, test as base, type Page } from '@playwright/test';

/**
 * What Chromium says of a socket given up while it opens: a switch that begins anew, because the wish changed or another
 * choice was made, does so on purpose.
 */
const givenUp = /^WebSocket connection to .* WebSocket is closed before the connection is established\.$/;

/** What a page must never do, told as it happens. */
function misdeedsOf(page: Page, origin: string): string[] {
  const misdeeds: string[] = [];
  page.on('console', (message) => {
    const complains = ['error', 'warning'].includes(message.type()) && !givenUp.test(message.text());
    if (complains) misdeeds.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => misdeeds.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (/^(http|ws)/.test(protocol) && host !== new URL(origin).host) misdeeds.push(`request to ${host}`);
  });
  return misdeeds;
}

/** `test` whose page may neither complain in the console nor ask another host for anything. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page, baseURL }, use) => {
    const misdeeds = misdeedsOf(page, baseURL ?? '');
    await use(page);
    expect(misdeeds).toEqual([]);
  },
});
