import { expect, type Page } from '@playwright/test';
import { decodeFrame } from '@tickway/protocol';
import { Dashboard } from './dashboard';
import { test } from './watched-page';

/** Where trains cross all the time. */
const GRAND_CENTRAL = 'map=13,40.7527,-73.9772';

/** The list beside the map; on a phone it is opened. */
async function openList(page: Page): Promise<void> {
  await expect(page.getByTestId('map')).toBeVisible();
  const opener = page.getByRole('button', { name: 'List', exact: true });
  if ((await opener.count()) > 0 && (await opener.getAttribute('aria-expanded')) === 'false')
    await opener.click();
  await expect(page.getByTestId('vehicle-list')).toBeVisible();
}

const vehicles = (page: Page) => page.getByTestId('vehicle-list').getByRole('option');

/** Where each vehicle that runs now is headed, by its key, by a request of our own. */
async function headsigns(page: Page): Promise<ReadonlyMap<string, string>> {
  const answer = await page.request.get('/feed/polling?topic=positions');
  const frame = decodeFrame((await answer.text()).split('\n')[0] ?? '');
  if (frame.type !== 'snapshot') throw new Error(`asked for a snapshot, got a ${frame.type}`);
  return new Map(frame.rows.map(({ key, fields }) => [key, String(fields.headsign)]));
}

test('a vehicle of the list is chosen and followed, and the address brings both back', async ({ page }) => {
  await page.goto('/map?transport=websocket');
  await openList(page);
  await vehicles(page).nth(2).click();
  await page.getByLabel('Follow').check();
  await expect(page).toHaveURL(/[?&]vehicle=[\w-]+.*[?&]follow=1(&|$)/);
  // Somewhere else: the one that is followed is found wherever it is.
  await page.goto(page.url().replace(/map=[^&]*/, 'map=14,40.60,-74.1'));
  await expect(page.getByLabel('Follow')).toBeChecked();
  await expect(page).not.toHaveURL(/map=14,40\.60/);
});

test('what is sought in the list is found, counted, and in the address', async ({ page }) => {
  await page.goto('/map?transport=websocket');
  await openList(page);
  await page.getByTestId('vehicle-search').fill('flushing');
  await expect(page.getByTestId('list-count')).toHaveText(/^[1-9]\d* found$/);
  await expect(vehicles(page).first()).toContainText(/flushing/i);
  await expect(page).toHaveURL(/[?&]seek=flushing(&|$)/);
  await page.reload();
  await expect(page.getByTestId('vehicle-search')).toHaveValue('flushing');
  await expect(page.getByTestId('list-count')).toHaveText(/^[1-9]\d* found$/);
});

test('the place and the zoom of the map are in the address; the first view leaves it out', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await page.goto('/map?transport=websocket');
  await dashboard.vehiclesMove(500);
  await page.getByRole('button', { name: 'Nearer' }).click();
  await expect(page).toHaveURL(/[?&]map=[\d.]+,40\.\d+,-7\d\.\d+(&|$)/);
  const near = await dashboard.vehicles();
  await page.reload();
  await expect.poll(() => dashboard.vehicles()).toBeGreaterThan(0);
  expect(await dashboard.vehicles()).toBeLessThan(near + 60);
  await page.getByRole('button', { name: 'Show the whole map' }).click();
  await expect(page).not.toHaveURL(/map=/);
});

test(
  'who enters or leaves an area is told with its lateness, on the map and on another page',
  { tag: '@desktop' },
  async ({ page }) => {
    await page.goto(`/map?transport=websocket&${GRAND_CENTRAL}`);
    await openList(page);
    await page.getByTestId('fences').locator('summary').click();
    await page.getByRole('button', { name: '500 m around the middle' }).click();
    await expect(page.getByRole('textbox', { name: 'Name of the area' })).toHaveValue('Area 1');
    const crossing = page.getByTestId('crossings').getByRole('listitem').first();
    await expect(crossing).toContainText(/(entered|left) Area 1\s*after \d/, { timeout: 60_000 });
    await expect(page.getByTestId('alert-said')).toHaveText(
      /(entered|left) Area 1, known .* after its fix\./,
    );
    await page.getByRole('navigation').getByText('Quotes').click();
    await expect(page.getByTestId('quotes-table')).toBeVisible();
    const before = await page.getByTestId('alert-said').innerText();
    await expect(page.getByTestId('alert-said')).not.toHaveText(before, { timeout: 60_000 });
    await expect(page.getByTestId('alert-toast')).toContainText('Area 1');
  },
);

test(
  'a vehicle that begins its run after the page was opened is found on it',
  { tag: '@desktop' },
  async ({ page }) => {
    await page.goto('/map?transport=websocket');
    await openList(page);
    await expect(vehicles(page).first()).toBeVisible();
    const before = await headsigns(page);
    let begun: readonly [key: string, headsign: string] | undefined;
    await expect
      .poll(
        async () => {
          begun = [...(await headsigns(page))].find(([key]) => !before.has(key));
          return begun !== undefined;
        },
        { timeout: 60_000, intervals: [2_000] },
      )
      .toBe(true);
    const [key, headsign] = begun ?? ['', ''];
    await page.getByTestId('vehicle-search').fill(headsign);
    const list = page.getByTestId('vehicle-list');
    await expect(async () => {
      await list.evaluate((element) => element.scrollBy(0, element.clientHeight));
      await expect(list.locator(`[id="vehicle-${key}"]`)).toBeAttached({ timeout: 300 });
    }).toPass();
  },
);
