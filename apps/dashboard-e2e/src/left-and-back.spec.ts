import { expect, test as every } from '@playwright/test';
import { Dashboard } from './dashboard';

/** With the back/forward cache that every viewer's browser has, and Playwright turns off. */
const test = every.extend({
  launchOptions: [
    async ({ launchOptions }, use) =>
      use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
    { scope: 'worker' },
  ],
});

test('a page that was left and is come back to is the same one, live at once and whole', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('/quotes', 'websocket');
  await dashboard.isLiveOn('websocket');
  await page.evaluate(() => addEventListener('pageshow', () => (document.title = 'shown again')));
  await page.goto('/feed/clock');
  await page.goBack({ waitUntil: 'commit' });
  await expect(page).toHaveTitle('shown again');
  await dashboard.isLiveOn('websocket');
  await dashboard.quotesMove();
  await dashboard.isWhole();
});
