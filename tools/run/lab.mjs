/** `npm run lab -- …`: builds the lab and the server it measures, and hands the lab the arguments. */
import { runBuilt } from './built.mjs';

const lab = ['node', '--enable-source-maps', 'dist/tools/lab/main.js'];
process.exitCode = await runBuilt('lab,api', [...lab, ...process.argv.slice(2)]);
