import { cp } from 'node:fs/promises';
import { defineConfig } from 'rolldown';

// Our own sources (and the decorators' helper, which is no dependency of ours) go into the bundle, packages stay outside.
const bundled = /^(\.|\/|@tickway\/|@oxc-project\/runtime)/;

/** Puts the timetable pack, the base map and the record of measurements beside the server, so that `dist` runs from anywhere. */
const copyData = {
  name: 'copy-data',
  writeBundle: () =>
    Promise.all([
      cp('libs/feed/data', 'dist/apps/api/data', { recursive: true }),
      cp('docs/measurements/data', 'dist/apps/api/measurements', { recursive: true }),
    ]),
};

const bundle = {
  platform: 'node',
  external: (id) => !bundled.test(id),
  tsconfig: 'apps/api/tsconfig.json',
};

/** Two files, each whole: the server, and the thread that keeps the history on disk. */
export default defineConfig([
  {
    ...bundle,
    input: 'apps/api/src/main.ts',
    plugins: [copyData],
    output: { file: 'dist/apps/api/main.js', format: 'esm', sourcemap: true, cleanDir: true },
  },
  {
    ...bundle,
    input: 'libs/history/src/sqlite/worker.ts',
    output: { file: 'dist/apps/api/history-worker.js', format: 'esm', sourcemap: true },
  },
]);
