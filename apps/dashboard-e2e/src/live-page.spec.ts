import { expect } from '@playwright/test';
import { transportNames } from '@tickway/protocol';
import { Dashboard } from './dashboard';
import { test } from './watched-page';

const VEHICLES = 500;

for (const transport of transportNames) {
  test(`quotes move on ${transport}, with nothing missing and nothing double`, async ({ page }) => {
    const dashboard = new Dashboard(page);
    await dashboard.open('/quotes', transport);
    await dashboard.isLiveOn(transport);
    await dashboard.quotesMove();
    await dashboard.isWhole();
  });

  test(`${VEHICLES} vehicles and more move on ${transport}, with nothing missing and nothing double`, async ({
    page,
  }) => {
    const dashboard = new Dashboard(page);
    await dashboard.open('/map', transport);
    await dashboard.isLiveOn(transport);
    await dashboard.vehiclesMove(VEHICLES);
    await dashboard.isWhole();
  });
}

test('the switch goes through all five transports on one page, with nothing missing and nothing double', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await page.goto('/quotes');
  for (const transport of [...transportNames, ...transportNames]) {
    await dashboard.choose(transport);
    await dashboard.isLiveOn(transport);
    await dashboard.quotesMove();
  }
  await dashboard.isWhole();
});

test('auto mode carries the page unless a transport is chosen, and accounts for its steps', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await page.goto('/quotes?transport=polling');
  await dashboard.isLiveOn('polling');
  await page.getByTestId('transport-auto').click();
  await expect(page).toHaveURL(/\/quotes$/);
  await dashboard.isLiveOn('auto');
  await page.getByTestId('badge').getByRole('button').click();
  await expect(page.getByTestId('auto-steps')).toContainText('polling → websocket');
  await dashboard.isWhole();
});
