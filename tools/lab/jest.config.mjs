import { nodeProject } from '../../jest.preset.mjs';

export default nodeProject('lab', import.meta.dirname);
