import { nodeProject } from '../../jest.preset.mjs';

export default nodeProject('protocol', import.meta.dirname);
