import { interruption, passInterruptsOn, run, start } from './child.mjs';

/**
 * Builds projects, without a word unless that fails, and runs a program to its end.
 *
 * @param {string} projects names, comma separated
 * @param {readonly string[]} command the program and its arguments
 * @returns {Promise<number>} its exit code, or the build's when that failed
 */
export async function runBuilt(projects, command) {
  passInterruptsOn();
  const build = await run(['nx', 'run-many', '-t', 'build', '-p', projects, '--outputStyle=static']);
  if (build.code !== 0) process.stderr.write(build.text);
  if (build.code !== 0 || interruption.signal) return build.code;
  const { code, text } = await start(command, { stdio: 'inherit' }).ended;
  process.stderr.write(text);
  return code;
}
