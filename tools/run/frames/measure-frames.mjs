/** How long a page lives before it is measured, and how long it is, ms. */
const [SETTLE_MS, MEASURE_MS, TRACE_MS] = [8_000, 10_000, 5_000];

/**
 * What a second of a view costs the main thread, and how many frames it draws.
 *
 * Costs are read from the browser's own counters over a spell in which nothing else looks on; frames are counted in a trace
 * over a second spell, so that tracing is in no cost.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 * @param {{ path: string, viewport: { width: number, height: number }, drag?: boolean }} view
 */
export async function measureFrames(browser, address, { path, viewport, drag = false }) {
  const page = await browser.newPage({ viewport, baseURL: address });
  try {
    await page.goto(`${path}${path.includes('?') ? '&' : '?'}transport=websocket`);
    await page.getByTestId('badge-state').getByText('Live').waitFor();
    await page.waitForTimeout(SETTLE_MS);
    const vehicles = await vehiclesOn(page);
    const use = drag ? (ms) => dragAbout(page, viewport, ms) : (ms) => page.waitForTimeout(ms);
    const costs = await costsOf(page, () => use(MEASURE_MS));
    const frames = await framesOf(browser, page, () => use(TRACE_MS));
    return { ...costs, ...frames, ...(vehicles !== undefined && { vehicles }) };
  } finally {
    await page.close();
  }
}

/** The round whose cost lies in the middle. */
export const median = (rounds) =>
  [...rounds].sort((a, b) => a.cpuMs - b.cpuMs)[Math.floor((rounds.length - 1) / 2)];

/** How many vehicles the map says it holds. */
async function vehiclesOn(page) {
  const count = page.getByTestId('vehicle-count');
  if ((await count.count()) === 0) return undefined;
  const [, held] = (await count.innerText()).split('/');
  return Number((held ?? '').replace(/\D/g, ''));
}

/** Milliseconds of a second that the main thread spends, by its own processor time and by what it is spent on. */
async function costsOf(page, live) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const before = await metricsOf(devtools);
  await live();
  const after = await metricsOf(devtools);
  const seconds = after.Timestamp - before.Timestamp;
  const spent = (name) => (1000 * (after[name] - before[name])) / seconds;
  return {
    cpuMs: spent('ThreadTime'),
    wallMs: spent('TaskDuration'),
    scriptMs: spent('ScriptDuration'),
    styleMs: spent('RecalcStyleDuration'),
    layoutMs: spent('LayoutDuration'),
  };
}

async function metricsOf(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Frames a second that the main thread makes, and the times between them, ms. */
async function framesOf(browser, page, live) {
  await browser.startTracing(page, { categories: ['cc'] });
  await live();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  return frameTimes(traceEvents);
}

/** What a trace says of the frames that the main thread made. */
export function frameTimes(events) {
  const starts = events
    .filter(({ name, ph }) => name === 'ProxyMain::BeginMainFrame' && ph === 'X')
    .map(({ ts }) => ts / 1000)
    .sort((a, b) => a - b);
  const gaps = starts
    .slice(1)
    .map((at, i) => at - starts[i])
    .sort((a, b) => a - b);
  const whole = (starts.at(-1) ?? 0) - (starts[0] ?? 0);
  const at = (share) => gaps[Math.min(gaps.length - 1, Math.floor(share * gaps.length))] ?? 0;
  return {
    framesPerSecond: whole > 0 ? (1000 * gaps.length) / whole : 0,
    gapMs: { p50: at(0.5), p95: at(0.95) },
  };
}

/** Moves the map in a circle, as fast as the page follows. */
async function dragAbout(page, { width, height }, ms) {
  const [x, y] = [width / 3, height / 2];
  await page.mouse.move(x + 120, y);
  await page.mouse.down();
  const end = Date.now() + ms;
  for (let turn = 0; Date.now() < end; turn += 0.08)
    await page.mouse.move(x + 120 * Math.cos(turn), y + 120 * Math.sin(turn));
  await page.mouse.up();
}
