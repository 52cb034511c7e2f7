import { nodeProject } from '../../jest.preset.mjs';

export default nodeProject('market', import.meta.dirname);
