import { nodeProject } from '../../jest.preset.mjs';

export default nodeProject('report', import.meta.dirname);
