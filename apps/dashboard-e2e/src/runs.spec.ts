import { expect, type Page } from '@playwright/test';
import { test } from './watched-page';

/** The server has one place for a run, so a test leaves none behind. */
const isFree = (page: Page) => expect(page.getByTestId('run-progress')).toHaveCount(0, { timeout: 60_000 });

test('a stampede is made from the page, drawn, and told in a sentence; nothing is missing or double', async ({
  page,
}) => {
  await page.goto('/lab/stampede?way=websocket&event=cut&viewers=40&jitter=100');
  await isFree(page);
  await page.getByTestId('stampede-start').click();
  await expect(page.getByTestId('run-progress')).toBeVisible();
  await isFree(page);
  await expect(page.getByTestId('stampede-table')).toContainText('0 / 0');
  await expect(page.getByTestId('stampede-seen')).toContainText('the last viewer has the update after');
  await expect(page.getByText('formula: 40 × 10 ms ÷ 100 ms = 4.0').first()).toBeVisible();
});

test('a load run shows its progress, is one at a time, and ends when it is cancelled', async ({ page }) => {
  await page.goto('/lab/runs?transports=websocket&viewers=5&seconds=30');
  await expect(page.getByTestId('run-viewers')).toHaveValue('5');
  await page.getByTestId('run-start').click();
  await expect(page.getByTestId('run-progress')).toContainText('websocket');
  await expect(page.getByTestId('run-start')).toBeDisabled();
  await page.getByTestId('run-cancel').click();
  await isFree(page);
  await expect(page.getByRole('listitem').filter({ hasText: 'cancelled' }).first()).toContainText(
    'npm run lab -- load --transport=websocket --viewers=5 --seconds=30',
  );
  await expect(page.getByTestId('run-start')).toBeEnabled();
});

test('a claim’s verdict is what was measured, and it is measured again from its card', async ({ page }) => {
  await page.goto('/lab/claims?claim=8');
  const card = page.getByTestId('claim-8');
  await expect(card).toContainText('measured');
  await expect(card.getByRole('img')).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveCount(1);
  await card.getByTestId('again-8').click();
  await expect(card.getByTestId('run-progress')).toContainText('herd');
  await card.getByTestId('run-cancel').click();
  await isFree(page);
});
