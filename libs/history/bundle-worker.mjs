import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const here = import.meta.dirname;

/** Bundles one source of this library into dist/libs/history; gives the file. */
export async function bundle(source, name) {
  const file = join(here, '../../dist/libs/history', name);
  const bundled = await rolldown({
    input: join(here, source),
    platform: 'node',
    tsconfig: join(here, 'tsconfig.json'),
    logLevel: 'warn',
  });
  await bundled.write({ file, format: 'esm' });
  await bundled.close();
  return file;
}

/** Jest's global setup: the worker as the server's build makes it, so that the specs run what ships. */
export default async () => {
  if (!isBuiltin('node:sqlite'))
    console.warn(`history: skipped, src/sqlite/*.spec.ts: Node ${process.version} has no node:sqlite`);
  await bundle('src/sqlite/worker.ts', 'history-worker.mjs');
};
