/**
 * `npm run frames`: measures what a frame of the board, the map and the lab costs the browser's main thread, and how often they are
 * drawn, and writes docs/measurements/frames.md with its data. Builds nothing: `npx nx run-many -t build` before it.
 *
 *     npm run frames                    all cases, without a GPU
 *     npm run frames -- --gpu           with the machine's GPU
 *     npm run frames -- board --dry     only cases whose name begins so; prints, writes nothing
 */
import { chromium } from '@playwright/test';
import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser, flags } from '../../apps/dashboard-e2e/browser.mjs';
import { aboutMachine } from './about-machine.mjs';
import { passInterruptsOn, root } from './child.mjs';
import { cases } from './frames/cases.mjs';
import { framesDocument } from './frames/frames-document.mjs';
import { measureFrames, median } from './frames/measure-frames.mjs';
import { withPageServer } from './page-server.mjs';

const SEED = 1;
const ROUNDS = 3;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { gpu: { type: 'boolean', default: false }, dry: { type: 'boolean', default: false } },
});
const wanted = cases.filter(({ name }) =>
  positionals.length === 0 ? true : positionals.some((part) => name.startsWith(part)),
);

passInterruptsOn();
const report = { about: about(), cases: [] };
await measureAll();
report.about.loadAfter = loadavg()[0];
console.log(framesDocument(report));
if (!values.dry) await write();

function about() {
  return {
    command: ['npm run frames', values.gpu ? '-- --gpu' : '', ...positionals].filter(Boolean).join(' '),
    ...aboutMachine({ seed: SEED }),
    rounds: ROUNDS,
    gpu: values.gpu,
  };
}

/** A server for each set of vehicles, and a browser for each case: none pays for another. */
async function measureAll() {
  for (const env of new Set(wanted.map((one) => one.env)))
    await withPageServer({ TICKWAY_SEED: String(SEED), ...env }, async (address) => {
      for (const one of wanted.filter((some) => some.env === env))
        report.cases.push(await measure(one, address));
    });
}

async function measure(one, address) {
  const { executablePath, env } = await findBrowser();
  const args = flags.filter((flag) => !values.gpu || flag !== '--disable-gpu');
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  try {
    report.about.browser = browser.version();
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await measureFrames(browser, address, one));
    const { name, shows } = one;
    console.error(`${name}: ${rounds.map(({ cpuMs }) => `${cpuMs.toFixed(0)} ms/s`).join(', ')}`);
    return { name, shows, ...median(rounds), rounds };
  } finally {
    await browser.close();
  }
}

async function write() {
  const folder = join(root, 'docs/measurements');
  await mkdir(join(folder, 'data'), { recursive: true });
  await writeFile(join(folder, 'frames.json'), `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFile(join(folder, 'frames.md'), framesDocument(report));
}
