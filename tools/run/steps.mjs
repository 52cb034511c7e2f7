/** The steps of `npm test`, in order: cheap and telling ones first. */
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './child.mjs';
import { fail, fromJest, fromPlaywright, pass } from './tally.mjs';

/** A step that is one check: it passes when its program exits with 0. */
const check = (name, does, command) => ({
  name,
  does,
  run: async () => {
    const { code, text } = await run(command);
    return { tally: code === 0 ? pass : fail, text };
  },
});

/** The lines in which Jest and Playwright tell how one file or test ended: shown as they come. */
const verdict = /^(PASS|FAIL) |^ +[✓✘-] /;

/** A step of many checks, counted from the report that its program writes. */
const suite = (name, does, { command, reader, needs }) => ({
  name,
  does,
  needs,
  run: async (say) => {
    const file = join(tmpdir(), `tickway-${name}-${process.pid}.json`);
    const { code, text } = await run(command(file), {
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, FORCE_COLOR: '0' },
      onLine: (line) => verdict.test(line) && say(`  ${line.trim()}`),
    });
    return { tally: await count(file, { reader, code }), text };
  },
});

async function count(file, { reader, code }) {
  try {
    const tally = reader(JSON.parse(await readFile(file, 'utf8')));
    // A program that fails, or runs nothing at all, has something to say even if no test failed.
    const unexplained = tally.failed === 0 && (code !== 0 || tally.passed === 0);
    return unexplained ? { ...tally, failed: 1 } : tally;
  } catch {
    // No report, or half of one: the program died.
    return fail;
  } finally {
    await rm(file, { force: true });
  }
}

const nx = (...targets) => ['nx', 'run-many', '-t', ...targets, '--outputStyle=static'];
const jest =
  (config, more = []) =>
  (file) => ['jest', '-c', config, '--json', `--outputFile=${file}`, ...more];

export const steps = [
  check('format', 'prettier over every file', ['prettier', '--check', '.']),
  check('lint', 'eslint over every project, module boundaries included', nx('lint')),
  check('typecheck', 'the compiler over every project', nx('typecheck')),
  suite('unit', 'the specs beside the sources', {
    command: jest('jest.config.mjs', ['--maxWorkers=100%']),
    reader: fromJest,
  }),
  check('build', 'the server and the page', nx('build')),
  suite('conformance', 'one list of behaviours, all five transports, the built server from outside', {
    command: jest('apps/api-e2e/jest.config.mjs', ['--maxWorkers=2']),
    reader: fromJest,
    needs: 'build',
  }),
  suite('page', 'the built page in a real Chromium', {
    command: () => [
      'playwright',
      'test',
      '-c',
      'apps/dashboard-e2e/playwright.config.mjs',
      '--reporter=list,json',
    ],
    reader: fromPlaywright,
    needs: 'build',
  }),
];
