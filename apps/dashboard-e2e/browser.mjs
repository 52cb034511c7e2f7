/**
 * Finds a Chromium: the one that `CHROME_PATH` names, else the distribution's, else the one that comes
 * through npm (Linux on x64), unpacked once under node_modules/.cache. Nothing is downloaded.
 */
import { constants } from 'node:fs';
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const cache = resolve(import.meta.dirname, '../../node_modules/.cache');
const unpacked = join(cache, 'tickway-chromium');
const distributed = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Quiet, alone, and without the network: only what a test or a picture of the page needs. */
export const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The browser to use.
 *
 * @returns {Promise<{ from: string, executablePath: string, env: Record<string, string> }>} where it is
 *   from, its program, and the environment variables that it needs
 */
export async function findBrowser() {
  const own = process.env.CHROME_PATH;
  if (own) return { from: 'CHROME_PATH', executablePath: own, env: {} };
  const installed = await firstRunnable(distributed.flatMap(onPath));
  if (installed) return { from: 'this machine', executablePath: installed, env: {} };
  return { from: 'npm (@sparticuz/chromium)', ...(await fromNpm()) };
}

/** @param {string} name */
const onPath = (name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));

/** @param {readonly string[]} files */
async function firstRunnable(files) {
  for (const file of files) if (await runnable(file)) return file;
  return undefined;
}

/** @param {string} file */
const runnable = (file) =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );

async function fromNpm() {
  const executablePath = join(unpacked, 'chromium');
  if (!(await runnable(executablePath))) await unpack();
  return {
    executablePath,
    env: { LD_LIBRARY_PATH: join(unpacked, 'al2023/lib'), FONTCONFIG_PATH: join(unpacked, 'fonts') },
  };
}

// The package's own file looks for its font in fixed places only, and without a font no text is drawn.
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** Unpacks beside its place and moves it there whole, so that an interrupted run leaves no half browser. */
async function unpack() {
  const archives = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(`${unpacked}-`);
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder; // where the package unpacks to; it knows no other way to be told
  try {
    const { inflate } = await import('@sparticuz/chromium');
    for (const name of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']) await inflate(join(archives, name));
    await writeFile(join(folder, 'fonts/fonts.conf'), fontConfiguration);
    await rm(unpacked, { recursive: true, force: true });
    await rename(folder, unpacked);
  } finally {
    await rm(folder, { recursive: true, force: true });
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}
