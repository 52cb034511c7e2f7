import { nodeProject } from '../../jest.preset.mjs';

export default nodeProject('history', import.meta.dirname, {
  globalSetup: '<rootDir>/bundle-worker.mjs',
});
