import { expect } from '@playwright/test';
import { Dashboard } from './dashboard';
import { test } from './watched-page';

test('each view and each choice has an address that survives a reload', async ({ page }) => {
  const dashboard = new Dashboard(page);
  await page.goto('/');
  await dashboard.isLiveOn('auto'); // a socket given up while it opens is an error in the browser's console
  await page.getByRole('navigation').getByText('Map').click();
  await dashboard.choose('streaming');
  await expect(page).toHaveURL(/\/map\?transport=streaming$/);
  await page.reload();
  await dashboard.isLiveOn('streaming');
  await dashboard.vehiclesMove(1);
});

test('going back returns to the view before', async ({ page }) => {
  await page.goto('/quotes');
  await expect(page.getByTestId('quotes-table')).toBeVisible();
  await page.getByRole('navigation').getByText('Map').click();
  await expect(page.getByTestId('map')).toBeVisible();
  await page.goBack();
  await expect(page.getByTestId('quotes-table')).toBeVisible();
});

test('an address without a page says so and leads back', async ({ page }) => {
  await page.goto('/no/such/page');
  await expect(page.getByRole('heading', { name: 'No such page' })).toBeVisible();
  await page.getByRole('link', { name: 'To the overview' }).click();
  await expect(page.getByTestId('quotes-table')).toBeVisible();
});

for (const path of ['/', '/quotes', '/map'])
  test(`${path} fits the screen: nothing reaches over its sides`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByTestId('badge-state')).toHaveText('Live');
    const { wide, room } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      room: window.innerWidth,
    }));
    expect(wide).toBeLessThanOrEqual(room);
    for (const id of ['transport-switch', 'badge'])
      await expect(page.getByTestId(id)).toBeInViewport({ ratio: 1 });
  });
