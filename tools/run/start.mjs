/** `npm start`: builds the server, the page and the lab that the page can run, and serves all on one port (`PORT`, `HOST`). */
import { runBuilt } from './built.mjs';

process.stdout.write('Building the server and the page (kept, and quick the next time) …\n');
process.exitCode = await runBuilt('api,dashboard,lab', [
  'node',
  '--enable-source-maps',
  'dist/apps/api/main.js',
]);
