import { expect, type Page } from '@playwright/test';
import type { TransportName } from '@tickway/protocol';

/** The page as a viewer sees and uses it. */
export class Dashboard {
  constructor(readonly page: Page) {}

  /** Opens an address of the page on a transport. */
  async open(path: string, transport: TransportName): Promise<void> {
    await this.page.goto(`${path}?transport=${transport}`);
  }

  /** Chooses a transport in the switch, as a viewer does. */
  async choose(transport: TransportName): Promise<void> {
    await this.page.getByTestId(`transport-${transport}`).click();
  }

  /** Waits until the badge says that `transport` is live, or whichever auto mode has found. */
  async isLiveOn(transport: TransportName | 'auto'): Promise<void> {
    await expect(this.page.getByTestId('badge-state')).toHaveText('Live');
    await expect(this.page.getByTestId(`transport-${transport}`)).toBeChecked();
    await expect(this.page.getByTestId('badge')).toContainText(transport === 'auto' ? 'Auto · ' : transport);
  }

  /** Nothing is missing and nothing came twice, by the badge. */
  async isWhole(): Promise<void> {
    await expect(this.page.getByTestId('badge-missing')).toHaveText('0');
    await expect(this.page.getByTestId('badge-double')).toHaveText('0');
  }

  /** Waits until several of the prices shown have changed. */
  async quotesMove(): Promise<void> {
    const prices = this.page.getByTestId('quote-last');
    await expect(prices.nth(20)).toBeVisible();
    const before = await prices.allInnerTexts();
    await expect
      .poll(async () => {
        const now = await prices.allInnerTexts();
        return now.filter((price, index) => price !== before[index]).length;
      })
      .toBeGreaterThan(3);
  }

  /** Waits until the map has drawn `least` vehicles or more, and then another picture of them. */
  async vehiclesMove(least: number): Promise<void> {
    await expect.poll(() => this.vehicles(), { message: 'vehicles in view' }).toBeGreaterThanOrEqual(least);
    const before = await this.drawing();
    await expect
      .poll(async () => (await this.drawing()) !== before, { message: 'another drawing' })
      .toBe(true);
  }

  /** How many vehicles the map says are in view: the first of `4,200 / 4,310`. */
  async vehicles(): Promise<number> {
    const [inView] = (await this.page.getByTestId('vehicle-count').innerText()).split('/');
    return Number((inView ?? '').replace(/\D/g, ''));
  }

  /** What stands on the map's canvases. */
  private async drawing(): Promise<string> {
    const canvases = this.page.getByTestId('map').locator('canvas');
    return canvases.evaluateAll((all) =>
      all.map((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : '')).join(),
    );
  }
}
