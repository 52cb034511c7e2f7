import { expect, test } from '@playwright/test';
import axe from 'axe-core';

for (const view of ['/', '/quotes', '/symbol/ALYQ', '/map', '/lab/race', '/lab/claims'])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`${view} has nothing serious that keeps anyone out (${colorScheme})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(view);
      await expect(page.getByTestId('badge-state')).toContainText('Live');
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run(),
      );
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(
        serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
      ).toEqual([]);
    });
