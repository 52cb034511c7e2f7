import { expect, test } from '@playwright/test';
import { Dashboard } from './dashboard';
import { startServer } from './own-server';

// Not the watched page: the browser's console tells of every answer that is a refusal, and here refusals are the point.

test(
  'a moment of the past stays the same from page to page, and live brings back now on each',
  { tag: '@desktop' },
  async ({ page }) => {
    const dashboard = new Dashboard(page);
    await page.goto('/quotes');
    await dashboard.quotesMove();
    const at = Date.now() - 1_500;
    await page.goto(`/quotes?at=${at}`);
    await expect(page.getByTestId('replay-mark')).toBeVisible();
    const price = page.getByTestId('quote-last').first();
    await expect(price).toHaveText(/\d/);
    const then = await price.innerText();
    // A phone's bar leaves the day of the week away.
    const [time = 'none'] = /\d\d:\d\d:\d\d/.exec(await page.getByTestId('replay-time').innerText()) ?? [];

    await page.getByRole('navigation').getByText('Map').click();
    await expect(page).toHaveURL(new RegExp(`/map\\?at=${at}$`));
    await expect(page.getByTestId('vehicle-count')).toHaveText(/[1-9]/);
    await expect(page.getByTestId('replay-time')).toContainText(time);

    await page.getByRole('navigation').getByText('Quotes').click();
    await expect(page.getByTestId('replay-mark')).toBeVisible();
    await expect(price).toHaveText(then);

    await page.getByTestId('replay-live').click();
    await expect(page.getByTestId('badge-state')).toHaveText('Live');
    await dashboard.quotesMove();
    await page.getByRole('navigation').getByText('Map').click();
    await expect(page).toHaveURL(/\/map$/);
    await dashboard.vehiclesMove(1);
    await dashboard.isWhole();
  },
);

test(
  'alerts go on watching the present while the page shows the past, and say so',
  {
    tag: '@desktop',
  },
  async ({ page }) => {
    await page.goto('/quotes');
    await new Dashboard(page).quotesMove();
    await page.getByTestId('alert-menu').getByRole('button').first().click();
    const menu = page.getByTestId('alert-menu');
    await menu.getByLabel('When').selectOption('move');
    await menu.getByLabel('Value').fill('0.01');
    await menu.getByLabel('Symbol', { exact: true }).selectOption('ALYQ');
    await menu.getByRole('button', { name: 'Add' }).click();
    await page.evaluate((at) => {
      // Within the page, whose alert would not outlive a reload before the price moves.
      history.pushState(null, '', `/quotes?at=${at}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }, Date.now() - 1_500);
    await expect(page.getByTestId('replay-mark')).toBeVisible();
    await expect(page.getByTestId('alert-toast')).toContainText('ALYQ');
  },
);

for (const [how, history, words] of [
  ['switched off', 'off', 'This server keeps no history'],
  ['on a disk that cannot be had', '/dev/null/history.sqlite', 'History is off'],
] as const)
  test(`history ${how}: the page says so and live goes on`, async ({ page }) => {
    const server = await startServer({ TICKWAY_HISTORY: history, TICKWAY_SYSTEMS: 'lirr' });
    try {
      const dashboard = new Dashboard(page);
      await page.goto(`${server.address}/quotes?at=${Date.now() - 60_000}`);
      await expect(page.getByTestId('replay')).toContainText(words);
      await dashboard.quotesMove();
      await page.goto(`${server.address}/symbol/ALYQ`);
      await expect(page.getByTestId('beginning')).toHaveText('No history: the chart begins now');
      await expect(page.getByTestId('bars').locator('tbody tr').first()).toBeAttached();
      await dashboard.isWhole();
    } finally {
      await server.stop();
    }
  });

test('a chart whose file does not come says so beside what goes on, and is there when the page is loaded anew', async ({
  page,
}) => {
  let failing = true;
  await page.route(/\.js$/, async (route) => {
    const answer = await route.fetch();
    const charts = (await answer.text()).includes('tv-lightweight-charts');
    return charts && failing ? route.abort() : route.fulfill({ response: answer });
  });
  await page.goto('/symbol/ALYQ?interval=1m');
  await expect(page.getByTestId('chart-failed')).toContainText('The chart did not load');
  await expect(page.getByTestId('symbol-last')).toHaveText(/\d/);
  await expect(page.getByTestId('trades').locator('[role=row]').nth(3)).toBeAttached();
  failing = false;
  await page.getByTestId('chart-failed').getByRole('button').click();
  await expect(page.locator('tw-candle-chart canvas').first()).toBeVisible();
  await expect(page).toHaveURL(/\/symbol\/ALYQ\?interval=1m$/);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
