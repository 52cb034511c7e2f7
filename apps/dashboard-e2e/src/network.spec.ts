import { expect, test, type Locator, type Page } from '@playwright/test';
import axe from 'axe-core';

// Not the watched page: through a faulty network sockets fail, which browsers tell in the console, and a gateway is another port.

const laneOf = (page: Page, name: string): Locator =>
  page.getByTestId('network-lanes').locator(`[data-lane="${name}"]`);

/** A delay as the table shows it (`62 ms`, `1.21 s`), ms; NaN while there is none. */
async function delayOf(page: Page, name: string): Promise<number> {
  const cell = await laneOf(page, name).locator('td').first().innerText();
  return Number.parseFloat(cell) * (cell.includes('ms') ? 1 : 1_000);
}

const whole = (page: Page, name: string) =>
  expect(laneOf(page, name).locator('td.whole')).toHaveText('0 / 0');

test('a link makes a network again: its delay is in every lane, beside the clear line', async ({ page }) => {
  await page.goto('/lab/network?network=rtt:300&run=1');
  await expect(page.getByTestId('network-state')).toContainText('127.0.0.1:');
  // Half of the round trip at least, on a machine as slow as it may be.
  for (const name of ['websocket', 'streaming', 'long-polling', 'polling', 'socket.io', 'auto'])
    await expect.poll(() => delayOf(page, name), { message: name }).toBeGreaterThan(140);
  for (const name of ['websocket', 'long-polling']) await whole(page, name);
  await expect(page.getByTestId('gateway-traffic')).toContainText('/s to you');
});

test('a proxy without Upgrade stops the sockets alone, auto mode goes around it; what is switched off is well again', async ({
  page,
}) => {
  await page.goto('/lab/network?network=no-upgrade&run=1');
  await expect(laneOf(page, 'websocket')).toContainText('cut off');
  await expect(laneOf(page, 'websocket')).toContainText('The server never sees Upgrade');
  await expect(laneOf(page, 'streaming')).toContainText('live');
  await expect(laneOf(page, 'auto')).toContainText('auto · streaming', { timeout: 20_000 });
  await expect(page.getByTestId('auto-steps')).toContainText('websocket → streaming');
  await page.getByTestId('preset-clear').click();
  await expect(page).toHaveURL(/network=clear/);
  await expect(laneOf(page, 'websocket')).toContainText('live', { timeout: 40_000 });
  await expect(laneOf(page, 'auto')).toContainText('auto · websocket', { timeout: 40_000 });
  await whole(page, 'auto');
});

test('a pulled cable is told and loses nothing; the gateway ends with the lab', async ({ page }) => {
  await page.goto('/lab/network');
  await page.getByTestId('preset-wifi').click();
  await expect(page).toHaveURL(/network=rtt:10,jitter:4,kbps:50000/);
  await page.getByTestId('race-start').click();
  await expect(laneOf(page, 'websocket')).toContainText('live');
  await page.getByTestId('pull').click();
  await expect(page.getByTestId('network-state')).toContainText('Cable out');
  await expect(laneOf(page, 'websocket')).toContainText('silent for');
  await expect(laneOf(page, 'websocket')).toContainText('live', { timeout: 20_000 });
  for (const name of ['websocket', 'streaming', 'long-polling', 'polling', 'socket.io'])
    await whole(page, name);
  const closed = page.waitForRequest((request) => request.method() === 'DELETE');
  await page.getByRole('link', { name: 'Quotes' }).click();
  expect((await closed).url()).toContain('/lab/gateways/');
});

test('the inspector shows handshakes, heads and frames with their sizes', async ({ page }) => {
  await page.goto('/lab/inspector');
  await page.getByTestId('inspector-start').click();
  const events = page.getByTestId('wire-events');
  await expect(events).toContainText('GET /feed/polling?');
  await expect(events).toContainText('delta · trades');
  await page.getByTestId('inspector-pause').click();
  // The list shows the newest; what pushes most would push the polls out of it.
  for (const lane of ['websocket', 'socket.io', 'streaming', 'long-polling'])
    await page.getByRole('checkbox', { name: lane, exact: true }).uncheck();
  await events.getByRole('button', { name: 'GET /feed/polling?' }).first().click();
  await expect(page.getByTestId('wire-details')).toContainText('Head or framing');
  await expect(page.locator('pre')).toContainText('Host: 127.0.0.1:');
  for (const lane of ['websocket', 'socket.io', 'streaming', 'long-polling', 'polling'])
    await expect(page.getByTestId('wire-sums').locator(`[data-lane="${lane}"]`)).toContainText('kB');
});

for (const view of ['/lab/network?network=rtt:50&run=1', '/lab/inspector?network=clear&run=1'])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`${view} has nothing serious that keeps anyone out (${colorScheme})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(view);
      await expect(page.getByTestId('network-state')).toContainText('127.0.0.1:');
      await page.evaluate(axe.source);
      await expect(async () => expect(await seriousIn(page)).toEqual([])).toPass({ timeout: 15_000 });
    });

/** What axe finds serious or critical, as `rule: where, where`. */
async function seriousIn(page: Page): Promise<readonly string[]> {
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
