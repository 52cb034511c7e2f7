import { nodeProject } from '../../jest.preset.mjs';

export default nodeProject('run', import.meta.dirname);
