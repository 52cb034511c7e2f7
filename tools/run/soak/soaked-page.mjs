/** One view that stays open, alone in its browser, and what it holds each time it is looked at. */
export class SoakedPage {
  #name;
  #browser;
  #devtools;
  #looks = [];
  #errors = [];

  /**
   * @param {import('@playwright/test').Browser} browser closed with the page
   * @param {string} address
   * @param {{ name: string, path: string }} view
   */
  static async open(browser, address, { name, path }) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: address });
    const soaked = new SoakedPage();
    soaked.#name = name;
    soaked.#browser = browser;
    page.on('pageerror', ({ message }) => soaked.#errors.push(message));
    await page.goto(path);
    await page.getByTestId('badge-state').getByText('Live').waitFor();
    soaked.#devtools = await page.context().newCDPSession(page);
    await soaked.#devtools.send('Performance.enable');
    return soaked;
  }

  get version() {
    return this.#browser.version();
  }

  /** What the page holds after its garbage is collected, and what it has done. */
  async look(minute) {
    await this.#devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await this.#devtools.send('Performance.getMetrics');
    const of = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    this.#looks.push({
      minute,
      heapBytes: of.JSHeapUsedSize,
      nodes: of.Nodes,
      listeners: of.JSEventListeners,
      frames: of.Frames,
      cpuMs: 1000 * of.ThreadTime,
    });
  }

  /** The last look, in a few words. */
  told() {
    const { heapBytes, nodes } = this.#looks.at(-1);
    return `${this.#name} ${(heapBytes / 1e6).toFixed(1)} MB ${nodes} nodes`;
  }

  report() {
    return { name: this.#name, errors: this.#errors, looks: this.#looks };
  }

  close() {
    return this.#browser.close();
  }
}
