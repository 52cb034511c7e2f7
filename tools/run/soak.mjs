/**
 * `npm run soak`: leaves the race, the network view, the inspector, the board and the map open for an hour, each in a browser of its
 * own on one server, looks at their memory once a minute, and writes docs/measurements/soak.md with its data.
 * Builds nothing: `npx nx run-many -t build` before it.
 *
 *     npm run soak                                 an hour
 *     npm run soak -- race --minutes=8 --dry       only views whose name begins so, shorter; prints, writes nothing
 */
import { chromium } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser, flags } from '../../apps/dashboard-e2e/browser.mjs';
import { aboutMachine } from './about-machine.mjs';
import { passInterruptsOn, root } from './child.mjs';
import { withPageServer } from './page-server.mjs';
import { SoakedPage } from './soak/soaked-page.mjs';
import { soakDocument } from './soak/soak-document.mjs';

const SEED = 1;
const LOOK_MS = 60_000;

const views = [
  { name: 'race', path: '/lab/race?run=1' },
  { name: 'network', path: '/lab/network?run=1&network=rtt:50' },
  { name: 'inspector', path: '/lab/inspector?run=1&network=clear' },
  { name: 'board', path: '/quotes' },
  { name: 'map', path: '/map' },
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '60' }, dry: { type: 'boolean', default: false } },
});
const minutes = Number(values.minutes);
if (!(minutes >= 4 && minutes <= 24 * 60)) throw new RangeError('--minutes is 4 to 1440');
const wanted = views.filter(({ name }) =>
  positionals.length === 0 ? true : positionals.some((part) => name.startsWith(part)),
);

passInterruptsOn();
const report = {
  about: {
    command: ['npm run soak --', ...process.argv.slice(2)].join(' '),
    ...aboutMachine({ seed: SEED }),
    minutes,
  },
  views: [],
  server: [],
};
await withPageServer({ TICKWAY_SEED: String(SEED) }, soak);
report.about.loadAfter = loadavg()[0];
console.log(soakDocument(report));
if (!values.dry) await write();

async function soak(address) {
  const { executablePath, env } = await findBrowser();
  const launch = () => chromium.launch({ executablePath, args: flags, env: { ...process.env, ...env } });
  const pages = await Promise.all(wanted.map(async (view) => SoakedPage.open(await launch(), address, view)));
  try {
    report.about.browser = pages[0]?.version ?? '';
    for (let minute = 1; minute <= minutes; minute++) {
      await new Promise((done) => setTimeout(done, LOOK_MS));
      for (const page of pages) await page.look(minute);
      report.server.push({ minute, ...(await memoryOf(address)) });
      console.error(`minute ${minute}: ${pages.map((page) => page.told()).join(', ')}`);
    }
  } finally {
    report.views = pages.map((page) => page.report());
    for (const page of pages) await page.close();
  }
}

async function memoryOf(address) {
  const { rssBytes, heap, kernel } = await (await fetch(`${address}/stats`)).json();
  return { rssBytes, heapBytes: heap.usedBytes, kernelBytes: kernel?.socketBytes };
}

async function write() {
  const folder = join(root, 'docs/measurements');
  await writeFile(join(folder, 'soak.json'), `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFile(join(folder, 'soak.md'), soakDocument(report));
}
