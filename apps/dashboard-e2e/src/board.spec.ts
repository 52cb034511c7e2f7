import { expect } from '@playwright/test';
import { transportNames } from '@tickway/protocol';
import { Dashboard } from './dashboard';
import { test } from './watched-page';

test('only the rows in view are asked for, with the bytes that saves; what is scrolled to comes alive', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  const asked: (string | null)[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.pathname === '/feed/polling') asked.push(url.searchParams.get('quotes.keys'));
  });
  await dashboard.open('/quotes', 'polling');
  await dashboard.isLiveOn('polling');
  await expect(page.getByTestId('quotes-saving')).toContainText(/^\d+\.\d% of rows asked for, ≈ \d.* saved$/);
  // Once a minute all are asked for, so that a symbol that is new is found: then no keys are named.
  await expect.poll(() => asked.at(-1)?.split(',').length ?? 61).toBeLessThan(61);
  const last = page.getByTestId('quote-row').last();
  const symbol = (await last.getAttribute('data-symbol')) ?? '';
  await last.scrollIntoViewIfNeeded();
  await expect.poll(() => asked.at(-1) ?? symbol).toContain(symbol);
  await expect(last).not.toHaveAttribute('data-old');
  await dashboard.isWhole();
});

for (const transport of transportNames)
  test(`the viewer's limit holds on ${transport}: updates are merged and counted, none missing, none double`, async ({
    page,
  }) => {
    const dashboard = new Dashboard(page);
    await dashboard.open('/quotes', transport);
    await dashboard.isLiveOn(transport);
    await page.getByTestId('limits-menu').getByRole('button').first().click();
    await page.getByTestId('limits-menu').getByRole('slider').first().fill('1');
    await expect(page).toHaveURL(/[?&]maxFrequency=0\.5(&|$)/);
    await expect(page.getByTestId('limits-merged')).toHaveText(/^[1-9][\d,]* updates merged$/);
    await page.keyboard.press('Escape');
    await dashboard.quotesMove();
    await dashboard.isWhole();
  });

test('the board is in its address: order, groups and search come back by a link and by going back', async ({
  page,
}) => {
  await page.goto('/quotes?sort=-percent&group=sector&find=in');
  const rows = page.getByTestId('quote-row');
  await expect(rows.first()).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveValue('in');
  await expect(page.getByRole('columnheader', { name: '%' })).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByText('Financials', { exact: false }).first()).toBeVisible();
  await page.getByRole('searchbox').fill('zzz');
  await expect(page).toHaveURL(/[?&]find=zzz(&|$)/);
  await page.getByRole('navigation').getByText('Map').click();
  await expect(page.getByTestId('map')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('zzz');
  await expect(rows).toHaveCount(0);
});

test('limits that an address states hold from the start', async ({ page }) => {
  await page.goto('/quotes?maxFrequency=1');
  await expect(page.getByTestId('limits-merged')).toHaveText(/^[1-9][\d,]* updates merged$/);
});
