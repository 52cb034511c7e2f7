import { nodeProject } from '../../jest.preset.mjs';

export default nodeProject('tracking', import.meta.dirname);
