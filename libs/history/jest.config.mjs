import { isBuiltin } from 'node:module';
import { nodeProject } from '../../jest.preset.mjs';

export default nodeProject('history', import.meta.dirname, {
  globalSetup: '<rootDir>/bundle-worker.mjs',
  // The rest of the product runs on a Node before 22.5 too, with its history off; the setup names what is left out.
  testPathIgnorePatterns: isBuiltin('node:sqlite') ? [] : ['/src/sqlite/'],
});
