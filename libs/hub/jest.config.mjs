import { nodeProject } from '../../jest.preset.mjs';

export default nodeProject('hub', import.meta.dirname);
