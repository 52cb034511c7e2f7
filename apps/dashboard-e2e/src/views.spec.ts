import { expect } from '@playwright/test';
import { Dashboard } from './dashboard';
import { test } from './watched-page';

test('the overview has quotes that move and, where there is room, the vehicles beside them', async ({
  page,
  isMobile,
}) => {
  const dashboard = new Dashboard(page);
  await page.goto('/');
  await dashboard.isLiveOn('auto');
  await dashboard.quotesMove();
  if (isMobile) await expect(page.getByTestId('map')).toHaveCount(0);
  else await dashboard.vehiclesMove(1);
  await expect(page.getByTestId('scene-time')).toContainText(/0?8:3\d/);
});

test('a row opens its symbol on the same transport: bars, depth and trades, none missing, none double', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('/quotes', 'streaming');
  await dashboard.isLiveOn('streaming');
  await page.getByTestId('quotes-table').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/symbol\/[A-Z]+\?transport=streaming$/);
  await expect(page.getByTestId('symbol-last')).toHaveText(/\d/);
  await expect(page.getByText(/[1-9]\d* live trades? · 0 missing · 0 double/)).toBeVisible();
  await dashboard.isWhole();
});

test('the lab races all five transports, none missing, none double', async ({ page }) => {
  await page.goto('/lab/race?run=1');
  await expect(page.getByText('0 / 0', { exact: true })).toHaveCount(5);
});

test('the page speaks Korean when the address says so', async ({ page }) => {
  await page.goto('/quotes?lang=ko');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.getByTestId('badge-state')).toHaveText('실시간');
});

test('what has been is played again, marked as such, and live brings back now', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await page.goto('/quotes');
  await dashboard.isLiveOn('auto');
  await page.goto(`/quotes?at=${String(Date.now() - 2_000)}`);
  await expect(page.getByTestId('replay-mark')).toBeVisible();
  await page.getByRole('button', { name: 'Live' }).click();
  await dashboard.isLiveOn('auto');
  await dashboard.quotesMove();
});
