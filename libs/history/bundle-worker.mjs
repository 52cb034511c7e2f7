import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** Where the specs and the benchmark find the worker. */
const output = join(import.meta.dirname, '../../dist/libs/history/history-worker.mjs');

/** Bundles the worker as the server's build does: the specs run what ships, not a stand-in for it. */
export default async function bundleWorker() {
  const bundle = await rolldown({
    input: join(import.meta.dirname, 'src/sqlite/worker.ts'),
    platform: 'node',
    tsconfig: join(import.meta.dirname, 'tsconfig.json'),
    logLevel: 'warn',
  });
  await bundle.write({ file: output, format: 'esm' });
  await bundle.close();
}
