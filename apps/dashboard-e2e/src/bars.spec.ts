import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { transportNames } from '@tickway/protocol';
import { Dashboard } from './dashboard';
import { barsShown, barsTold, type WrittenBar } from './told-bars';
import { test } from './watched-page';

const symbol = 'ALYQ';

/** Opens the symbol in bars of a second, and waits until live trades follow what history told. */
async function follow(page: Page, more = ''): Promise<void> {
  await page.goto(`/symbol/${symbol}?interval=1s${more}`);
  await expect(page.getByTestId('beginning')).toHaveAttribute('data-beginning', 'joined');
}

/** Waits until so many bars have begun since `since`, epoch ms. */
async function barsGrow(page: Page, count: number, since: number): Promise<readonly WrittenBar[]> {
  let shown: readonly WrittenBar[] = [];
  await expect
    .poll(async () => {
      shown = await barsShown(page);
      return shown.filter(([start = '']) => Date.parse(start) > since).length;
    })
    .toBeGreaterThanOrEqual(count);
  return shown;
}

/** The bars shown, but the newest, which may be growing, are those of the trades that the server told. */
async function areTrue(request: APIRequestContext, shown: readonly WrittenBar[]): Promise<void> {
  const told = await barsTold(request, { symbol, interval: '1s' });
  const whole = shown.slice(0, -1);
  const [first] = whole;
  expect(whole.length).toBeGreaterThan(0);
  expect(whole).toEqual(
    told.filter(([start = '']) => start >= (first?.[0] ?? '') && start <= (whole.at(-1)?.[0] ?? '')),
  );
}

for (const transport of transportNames)
  test(`bars go from history into ${transport} without a hole or a double`, async ({ page, request }) => {
    await follow(page, `&transport=${transport}`);
    const joined = Date.now();
    await new Dashboard(page).isLiveOn(transport);
    const shown = await barsGrow(page, 3, joined);
    await areTrue(request, shown);
    await expect(page.getByTestId('audit')).toContainText('0 missing · 0 double');
    await new Dashboard(page).isWhole();
  });

test('bars stay whole while the viewer goes through all five transports', async ({ page, request }) => {
  const dashboard = new Dashboard(page);
  await follow(page);
  const joined = Date.now();
  for (const transport of transportNames) {
    await dashboard.choose(transport);
    await dashboard.isLiveOn(transport);
    await barsGrow(page, 1, Date.now());
  }
  await areTrue(request, await barsGrow(page, 6, joined));
  await expect(page.getByTestId('audit')).toContainText('0 missing · 0 double');
});

test('a moment of the past has exactly the bars of then, and live goes on from there', async ({
  page,
  request,
}) => {
  await follow(page);
  await barsGrow(page, 4, Date.now());
  const at = Date.now() - 2_000;
  await page.goto(`/symbol/${symbol}?interval=1s&at=${at}`);
  await expect(page.getByTestId('replay-mark')).toBeVisible();
  await expect(page.getByTestId('beginning')).toHaveAttribute('data-beginning', 'joined');
  const then = await barsTold(request, { symbol, interval: '1s', upTo: at });
  await expect(async () => expect(await barsShown(page)).toEqual(then.slice(-30))).toPass();
  await page.getByTestId('replay-live').click();
  await expect(page.getByTestId('beginning')).toHaveText('History, then live');
  await areTrue(request, await barsGrow(page, 2, Date.now()));
});

test('an index has bars of its values, from history into live', async ({ page }) => {
  await page.goto('/symbol/TICK?interval=1s');
  await expect(page.getByTestId('beginning')).toHaveAttribute('data-beginning', 'joined');
  const shown = await barsGrow(page, 3, Date.now());
  for (const [start, open, high, low, close, volume] of shown) {
    const [first, most, least, last] = [open, high, low, close].map((price) =>
      Number(price?.replace(',', '')),
    );
    expect([start, most]).toEqual([start, Math.max(first ?? 0, most ?? 0, least ?? 0, last ?? 0)]);
    expect(volume).toBe('0');
  }
});
