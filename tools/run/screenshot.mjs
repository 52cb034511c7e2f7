/**
 * Takes the pictures of the documents (docs/images) of the built page, alive on the built server at eight
 * thirty of a Thursday in New York. Builds nothing: `npx nx run-many -t build` before it.
 *
 *     npm run screenshot            all of them
 *     npm run screenshot -- map     only those of these views
 */
import { chromium } from '@playwright/test';
import { join } from 'node:path';
import { findBrowser, flags } from '../../apps/dashboard-e2e/browser.mjs';
import { passInterruptsOn, root } from './child.mjs';
import { withPageServer } from './page-server.mjs';

const devices = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};

/** Each view, with what it shows when there is something to see. */
const views = [
  { view: 'overview', path: '/', shows: 'quote-last' },
  { view: 'quotes', path: '/quotes', shows: 'quote-last' },
  { view: 'symbol', path: '/symbol/ALYQ?interval=1s', shows: 'symbol-last' },
  { view: 'map', path: '/map', shows: 'vehicle-count' },
  { view: 'world', path: '/map?scene=world', shows: 'vehicle-count' },
  { view: 'race', path: '/lab/race?run=1', shows: 'badge-state' },
  { view: 'claims', path: '/lab/claims', shows: 'badge-state' },
];

const inEnglish = views.flatMap((view) =>
  Object.keys(devices).flatMap((device) => ['light', 'dark'].map((look) => ({ ...view, device, look }))),
);
const inKorean = views
  .filter(({ view }) => ['quotes', 'map', 'race'].includes(view))
  .map((view) => ({ ...view, device: 'desktop', look: 'light', locale: 'ko-KR' }));

const wanted = process.argv.slice(2);
const pictures = [...inEnglish, ...inKorean].filter(
  ({ view }) => wanted.length === 0 || wanted.includes(view),
);

// Long enough for prices to have moved both ways and for ages to be measured.
const LIVE_MS = 8_000;

passInterruptsOn();
await withPageServer({}, takeAll);

async function takeAll(address) {
  const { from, executablePath, env } = await findBrowser();
  console.log(`Chromium from ${from}: ${executablePath}`);
  const browser = await chromium.launch({ executablePath, args: flags, env: { ...process.env, ...env } });
  try {
    for (const picture of pictures) await take(browser, address, picture);
  } finally {
    await browser.close();
  }
}

async function take(browser, address, { view, path, shows, device, look, locale = 'en-US' }) {
  const page = await browser.newPage({ ...devices[device], colorScheme: look, locale, baseURL: address });
  await page.goto(path);
  await page
    .getByTestId('badge-state')
    .getByText(/^(Live|실시간)$/)
    .waitFor();
  await page.getByTestId(shows).first().waitFor();
  await page.waitForTimeout(LIVE_MS);
  const language = locale === 'ko-KR' ? '-korean' : '';
  const file = join(root, 'docs/images', `${view}-${device}-${look}${language}.png`);
  await page.screenshot({ path: file });
  await page.close();
  console.log(file);
}
