import { expect, test as bare, type Page } from '@playwright/test';
import { Dashboard } from './dashboard';
import { startServer } from './own-server';
import { startTileServer } from './tile-server';
import { test } from './watched-page';

/** Opens the list, which a narrow page keeps closed. */
async function openList(page: Page, name = 'List'): Promise<void> {
  const [list, opener] = [page.getByTestId('vehicle-list'), page.getByRole('button', { name, exact: true })];
  await expect(list.or(opener).first()).toBeVisible();
  if (!(await list.isVisible())) await opener.click();
  await expect(list).toBeVisible();
}

/** The number that a text begins with, `1,234 found` too. */
const numberIn = (text: string) => Number.parseInt(text.replaceAll(',', ''));

test('New York and the world’s flights are two scenes of one map, by a switch and by address', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await page.goto('/map');
  await dashboard.vehiclesMove(100);
  await page.getByTestId('scene-world').click();
  await expect(page).toHaveURL(/\/map\?scene=world$/);
  await expect(page.getByTestId('scene-world')).toHaveAttribute('aria-pressed', 'true');
  await expect(async () =>
    expect(numberIn(await page.getByTestId('vehicle-count').innerText())).toBeGreaterThan(1500),
  ).toPass();
  await page.reload();
  await expect(page.getByTestId('scene-world')).toHaveAttribute('aria-pressed', 'true');
  await page.getByTestId('scene-nyc').click();
  await expect(page).toHaveURL(/\/map$/);
  await dashboard.vehiclesMove(100);
  await dashboard.isWhole();
});

test('a scene asks for its own vehicles only', { tag: '@desktop' }, async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === '/feed/polling') asked.push(searchParams.getAll('topic').join());
  });
  await page.goto('/map?scene=world&transport=polling');
  await expect(async () =>
    expect(numberIn(await page.getByTestId('vehicle-count').innerText())).toBeGreaterThan(1500),
  ).toPass();
  expect(asked.some((topics) => topics.includes('flights'))).toBe(true);
  expect(asked.some((topics) => topics.includes('positions'))).toBe(false);
});

test('a flight is found by its airport and tells its way', async ({ page }) => {
  await page.goto('/map?scene=world');
  await openList(page);
  await page.getByTestId('vehicle-search').fill('LHR');
  const row = page.locator('tw-vehicle-item').first();
  await expect(row).toContainText('LHR');
  await row.click();
  await expect(page.getByTestId('flight-way')).toContainText('LHR');
  await expect(page).toHaveURL(/vehicle=X[A-Z]{2}-\d+/);
});

test('a borough narrows the list and the map alike', async ({ page }) => {
  await page.goto('/map');
  await openList(page);
  const [list, map] = [page.getByTestId('list-count'), page.getByTestId('vehicle-count')];
  await expect(list).toHaveText(/[1-9]/);
  await page.getByTestId('borough').selectOption('Queens');
  await expect(page).toHaveURL(/borough=Queens/);
  await expect(async () => {
    const found = numberIn(await list.innerText());
    expect(found).toBeGreaterThan(20);
    expect(found).toBeLessThan(300);
    expect(numberIn(await map.innerText())).toBeLessThanOrEqual(found + 10);
  }).toPass();
  await page.goto('/map?borough=Queens&lang=ko');
  await openList(page, '목록');
  await expect(page.getByTestId('borough').locator('option:checked')).toHaveText('퀸스');
});

// The page asks another host for pictures here, which the watched page forbids.
bare.describe('pictures of the ground', () => {
  const loaded = (page: Page) => page.locator('.leaflet-tile-loaded');

  bare(
    'come when the viewer wants them, with a referrer, attributed, and are remembered',
    async ({ page }) => {
      const source = await startTileServer();
      const server = await startServer({ TICKWAY_TILES: source.tiles, TICKWAY_HISTORY: 'memory' });
      try {
        await page.goto(`${server.address}/map`);
        await expect(page.getByTestId('tiles')).toHaveAttribute('aria-pressed', 'false');
        expect(source.referers).toEqual([]);
        await page.getByTestId('tiles').click();
        await expect(page).toHaveURL(/layer=tiles/);
        await expect(async () => expect(await loaded(page).count()).toBeGreaterThan(3)).toPass();
        expect(new Set(source.referers)).toEqual(new Set([`${server.address}/`]));
        await expect(page.getByTestId('map').getByText('© OpenStreetMap contributors')).toBeVisible();
        await page.goto(`${server.address}/map`);
        await expect(async () => expect(await loaded(page).count()).toBeGreaterThan(3)).toPass();
        await page.getByTestId('tiles').click();
        await expect(loaded(page)).toHaveCount(0);
        await page.reload();
        await expect(page.getByTestId('tiles')).toHaveAttribute('aria-pressed', 'false');
      } finally {
        await Promise.all([server.stop(), source.stop()]);
      }
    },
  );

  bare(
    'that nobody answers give way to the drawn map, said once, and are not asked for again',
    async ({ page }) => {
      const source = await startTileServer();
      await source.stop();
      const server = await startServer({ TICKWAY_TILES: source.tiles, TICKWAY_HISTORY: 'memory' });
      let asked = 0;
      page.on('requestfailed', (request) => {
        if (request.url().endsWith('.png')) asked++;
      });
      try {
        await page.goto(`${server.address}/map?layer=tiles`);
        await expect(page.getByTestId('tiles-failed')).toBeVisible();
        await expect(page.locator('.leaflet-tile')).toHaveCount(0);
        const before = asked;
        await new Dashboard(page).vehiclesMove(100);
        expect(asked).toBe(before);
        await page.getByTestId('tiles-failed').getByRole('button', { name: 'Try again' }).click();
        await expect.poll(() => asked).toBeGreaterThan(before);
        await expect(page.getByTestId('tiles-failed')).toBeVisible();
        await page.getByTestId('tiles-failed').getByRole('button', { name: 'Leave it so' }).click();
        await expect(page.getByTestId('tiles-failed')).toHaveCount(0);
        await expect(page.getByTestId('tiles')).toHaveAttribute('aria-pressed', 'false');
      } finally {
        await server.stop();
      }
    },
  );
});
