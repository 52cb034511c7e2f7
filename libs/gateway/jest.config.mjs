import { nodeProject } from '../../jest.preset.mjs';

export default nodeProject('gateway', import.meta.dirname);
