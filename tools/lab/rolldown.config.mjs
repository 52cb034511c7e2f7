import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { defineConfig } from 'rolldown';

// Our own sources go into the bundle, packages stay outside.
const bundled = /^(\.|\/|@tickway\/)/;

const bundle = {
  platform: 'node',
  external: (id) => !bundled.test(id),
  tsconfig: 'tools/lab/tsconfig.json',
};

/** Puts the list of its experiments beside the lab: a server tells it without starting the lab for it. */
const listExperiments = {
  name: 'list-experiments',
  async writeBundle() {
    const { stdout } = await promisify(execFile)(process.execPath, [
      'dist/tools/lab/main.js',
      'list',
      '--json',
    ]);
    await writeFile('dist/tools/lab/experiments.json', stdout);
  },
};

/** Three files, each whole: the lab, the thread that asks a server how late it is, and that of the sample client. */
export default defineConfig([
  {
    ...bundle,
    input: 'tools/lab/src/main.ts',
    plugins: [listExperiments],
    output: {
      file: 'dist/tools/lab/main.js',
      format: 'esm',
      sourcemap: true,
      cleanDir: true,
      codeSplitting: false,
    },
  },
  {
    ...bundle,
    input: 'tools/lab/src/stampede/answer-probe-thread.ts',
    output: { file: 'dist/tools/lab/answer-probe-thread.js', format: 'esm', sourcemap: true },
  },
  {
    ...bundle,
    input: 'tools/lab/src/sample/sample-thread.ts',
    output: { file: 'dist/tools/lab/sample-thread.js', format: 'esm', sourcemap: true, codeSplitting: false },
  },
]);
