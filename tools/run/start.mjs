/** `npm start`: builds the server and the page, and serves both on one port (`PORT`, `HOST`). */
import { interruption, passInterruptsOn, run, start } from './child.mjs';

passInterruptsOn();
process.stdout.write('Building the server and the page (kept, and quick the next time) …\n');
const build = await run(['nx', 'run-many', '-t', 'build', '--outputStyle=static']);
if (build.code !== 0) process.stderr.write(build.text);
process.exitCode = build.code === 0 && !interruption.signal ? await serve() : build.code;

async function serve() {
  const server = start(['node', '--enable-source-maps', 'dist/apps/api/main.js'], { stdio: 'inherit' });
  const { code, text } = await server.ended;
  process.stderr.write(text);
  return code;
}
