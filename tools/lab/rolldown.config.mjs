import { defineConfig } from 'rolldown';

// Our own sources go into the bundle, packages stay outside.
const bundled = /^(\.|\/|@tickway\/)/;

const bundle = {
  platform: 'node',
  external: (id) => !bundled.test(id),
  tsconfig: 'tools/lab/tsconfig.json',
};

/** Two files, each whole: the lab, and the thread that asks a server how late it is. */
export default defineConfig([
  {
    ...bundle,
    input: 'tools/lab/src/main.ts',
    output: { file: 'dist/tools/lab/main.js', format: 'esm', sourcemap: true, cleanDir: true },
  },
  {
    ...bundle,
    input: 'tools/lab/src/stampede/answer-probe-thread.ts',
    output: { file: 'dist/tools/lab/answer-probe-thread.js', format: 'esm', sourcemap: true },
  },
]);
