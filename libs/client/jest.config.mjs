import { nodeProject } from '../../jest.preset.mjs';

export default nodeProject('client', import.meta.dirname);
