/** `npm start`: builds the server and the page, and serves both on one port (`PORT`, `HOST`). */
import { runBuilt } from './built.mjs';

process.stdout.write('Building the server and the page (kept, and quick the next time) …\n');
process.exitCode = await runBuilt('api,dashboard', ['node', '--enable-source-maps', 'dist/apps/api/main.js']);
