import { nodeProject } from '../../jest.preset.mjs';

export default nodeProject('feed', import.meta.dirname);
