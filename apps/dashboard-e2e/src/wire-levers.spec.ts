import { expect, test, type Page } from '@playwright/test';
import { test as watched } from './watched-page';

const cells = (page: Page, row: string) => page.locator(`[data-testid=race-table] tr[data-row=${row}] td`);

/** Of each lane that this page alone is served by: how many bytes the server wrote for each of payload, in percent. */
async function shares(page: Page): Promise<readonly number[]> {
  const texts = await cells(page, 'wireShare').allInnerTexts();
  return texts.filter((text) => text !== '–').map((text) => Number.parseFloat(text));
}

/** Every lane has got updates, and none is missing or doubled. */
async function allLanesWhole(page: Page): Promise<void> {
  await expect(async () => {
    const updates = await cells(page, 'samples').allInnerTexts();
    expect(updates).toHaveLength(5);
    for (const text of updates) expect(Number.parseInt(text.replace(',', ''), 10)).toBeGreaterThan(50);
  }).toPass({ timeout: 30_000 });
  await expect(cells(page, 'missing')).toHaveText(['0 / 0', '0 / 0', '0 / 0', '0 / 0', '0 / 0']);
}

watched(
  'all five lanes race in MessagePack, deflated, with a window and without keep-alive, from one address',
  async ({ page }) => {
    await page.goto(
      '/lab/race?run=1&topics=trades,quotes&interval=500&codec=msgpack&compress=1&coalescing=20&keepalive=0',
    );
    await allLanesWhole(page);
    await expect(async () => {
      const measured = await shares(page);
      expect(measured.length).toBeGreaterThan(2);
      for (const share of measured) expect(share).toBeLessThan(85);
    }).toPass({ timeout: 20_000 });
  },
);

// Not the watched page: a lever pulled while sockets open closes them, which browsers tell in the console.
test('a lever pulled in the race stands in the address and starts it anew', async ({ page }) => {
  await page.goto('/lab/race?run=1&topics=trades&interval=250');
  await allLanesWhole(page);
  await page.getByTestId('codec').selectOption('msgpack');
  await expect(page).toHaveURL(/codec=msgpack/);
  await page.getByTestId('coalescing').selectOption('10');
  await expect(page).toHaveURL(/coalescing=10/);
  await page.getByTestId('compress').check();
  await expect(page).toHaveURL(/compress=1/);
  await page.getByTestId('keep-alive').uncheck();
  await expect(page).toHaveURL(/keepalive=0/);
  await allLanesWhole(page);
});
