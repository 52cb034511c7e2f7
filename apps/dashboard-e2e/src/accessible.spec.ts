import { expect, test, type Page } from '@playwright/test';
import axe from 'axe-core';

const views = [
  '/',
  '/quotes',
  '/symbol/ALYQ',
  '/map',
  '/map?scene=world',
  '/lab/race',
  '/lab/stampede',
  '/lab/runs',
  '/lab/claims',
];

for (const view of views)
  test(`${view} has nothing serious that keeps anyone out, light and dark`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(view);
    await expect(page.getByTestId('badge-state')).toContainText('Live');
    await page.evaluate(axe.source);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(
        await page.evaluate((query) => matchMedia(query).matches, `(prefers-color-scheme: ${colorScheme})`),
      ).toBe(true);
      // A view that is just opening has its elements a frame before their texts: what counts is what stays.
      await expect(async () => expect(await seriousIn(page), colorScheme).toEqual([])).toPass({
        timeout: 15_000,
      });
    }
  });

/** What axe holds to be moderate, and those who find their way by headings do not. */
const alsoSerious = ['page-has-heading-one', 'heading-order'];

/** What axe finds serious or critical, as `rule: where, where`. */
async function seriousIn(page: Page): Promise<readonly string[]> {
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations
    .filter(({ id, impact }) => impact === 'serious' || impact === 'critical' || alsoSerious.includes(id))
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
