/** `npm run dev`: the page on port 4200 and the server on 3000, both built anew when a source changes. */
import { passInterruptsOn, start } from './child.mjs';

passInterruptsOn();
const { code, text } = await start(['nx', 'run', 'dashboard:serve'], { stdio: 'inherit' }).ended;
process.stderr.write(text);
process.exitCode = code;
