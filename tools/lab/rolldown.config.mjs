import { defineConfig } from 'rolldown';

// Our own sources go into the bundle, packages stay outside.
const bundled = /^(\.|\/|@tickway\/)/;

export default defineConfig({
  input: 'tools/lab/src/main.ts',
  platform: 'node',
  external: (id) => !bundled.test(id),
  tsconfig: 'tools/lab/tsconfig.json',
  output: { file: 'dist/tools/lab/main.js', format: 'esm', sourcemap: true, cleanDir: true },
});
