/**
 * What a step found: how many checks passed and failed, and the names of those that were skipped.
 *
 * @typedef {{ passed: number, failed: number, skipped: readonly string[] }} Tally
 */

/** One check that passed, and one that failed. */
export const pass = { passed: 1, failed: 0, skipped: [] };
export const fail = { passed: 0, failed: 1, skipped: [] };

/** The sum of several tallies. */
export const sum = (tallies) =>
  tallies.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: [...all.skipped, ...one.skipped],
    }),
    { passed: 0, failed: 0, skipped: [] },
  );

/** The plain line: `12 passed, 0 failed`, and `, 1 skipped` when there is one. */
export const plainLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;

/** The same with every skipped check counted as failed. */
export const strict = ({ passed, failed, skipped }) => ({
  passed,
  failed: failed + skipped.length,
  skipped: [],
});

/** Reads Jest's `--json` report; a file that could not be run at all counts as one failure. */
export function fromJest(report) {
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + broken.length,
    skipped: tests
      .filter(({ status }) => !['passed', 'failed'].includes(status))
      .map(({ fullName }) => fullName),
  };
}

/** Reads Playwright's JSON report; a test that passed only when tried again counts as a failure. */
export function fromPlaywright(report) {
  const specs = report.suites.flatMap(specsOf);
  const tests = specs.flatMap(({ title, tests: runs }) =>
    runs.map(({ status, projectName }) => ({
      status,
      name: `${title} (${projectName})`,
    })),
  );
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failed:
      tests.filter(({ status }) => ['unexpected', 'flaky'].includes(status)).length + report.errors.length,
    skipped: tests.filter(({ status }) => status === 'skipped').map(({ name }) => name),
  };
}

const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];
