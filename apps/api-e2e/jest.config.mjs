import { nodeProject } from '../../jest.preset.mjs';

/** Not one of the root's unit projects: these specs need the built server (`npm test -- build conformance`). */
export default nodeProject('api-e2e', import.meta.dirname, { testTimeout: 60_000 });
