import { cp } from 'node:fs/promises';
import { defineConfig } from 'rolldown';

// Our own sources (and the decorators' helper, which is no dependency of ours) go into the bundle, packages stay outside.
const bundled = /^(\.|\/|@tickway\/|@oxc-project\/runtime)/;

/** Puts the timetable pack and the base map beside the server, so that `dist` runs from anywhere. */
const copyData = {
  name: 'copy-data',
  writeBundle: () => cp('libs/feed/data', 'dist/apps/api/data', { recursive: true }),
};

export default defineConfig({
  input: 'apps/api/src/main.ts',
  platform: 'node',
  external: (id) => !bundled.test(id),
  tsconfig: 'apps/api/tsconfig.json',
  plugins: [copyData],
  output: { file: 'dist/apps/api/main.js', format: 'esm', sourcemap: true, cleanDir: true },
});
