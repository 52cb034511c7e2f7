/**
 * `npm test`: every check there is, one step after the other. Goes on after a failure, ends with the plain
 * line `N passed, N failed`, and exits with 0 only if nothing failed.
 *
 *     npm test                 all of it
 *     npm test -- unit lint    only these steps
 */
import { performance } from 'node:perf_hooks';
import { interruption, passInterruptsOn } from './child.mjs';
import { steps } from './steps.mjs';
import { fail, plainLine, strict, sum } from './tally.mjs';

// On a developer's machine a test that misses something it needs may name itself skipped; in CI it may not.
const settle = process.env.CI ? strict : (tally) => tally;
const indented = (text) => text.trimEnd().replace(/^/gm, '  | ');
const say = (line) => process.stdout.write(`${line}\n`);

passInterruptsOn();
const tallies = new Map();
for (const step of chosen(process.argv.slice(2))) tallies.set(step.name, await take(step));
conclude(sum([...tallies.values()]));

function chosen(names) {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length === 0)
    return names.length === 0 ? steps : steps.filter(({ name }) => names.includes(name));
  say(`no such step: ${unknown.join(', ')}; the steps are ${steps.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

/** Runs one step, unless what it needs has failed: then it has failed as well. */
async function take({ name, does, needs, run }) {
  say(`▸ ${name}: ${does}`);
  const obstacle = obstacleTo(needs);
  if (obstacle) {
    say(`  failed: not run, ${obstacle}\n`);
    return fail;
  }
  const start = performance.now();
  const { tally, text } = await run(say);
  for (const missed of tally.skipped) say(`  skipped: ${missed}`);
  const settled = settle(tally);
  if (settled.failed > 0) say(indented(text));
  say(`  ${plainLine(settled)} in ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  return settled;
}

function obstacleTo(needs) {
  if (interruption.signal) return `interrupted by ${interruption.signal}`;
  return tallies.get(needs)?.failed > 0 ? `the ${needs} failed` : undefined;
}

function conclude(tally) {
  for (const name of tally.skipped) say(`skipped: ${name}`);
  say(plainLine(tally));
  process.exitCode = tally.failed > 0 || interruption.signal ? 1 : 0;
}
