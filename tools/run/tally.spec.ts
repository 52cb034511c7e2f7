import { fromJest, fromPlaywright, plainLine, strict, sum } from './tally.mjs';

const jestTest = (status: string) => ({ status, fullName: `a ${status} test` });

describe('the tally of a run', () => {
  it('counts Jest’s tests, and a file that could not be run as one failure', () => {
    const report = {
      testResults: [
        { status: 'passed', assertionResults: [jestTest('passed'), jestTest('pending')] },
        { status: 'failed', assertionResults: [jestTest('failed')] },
        { status: 'failed', assertionResults: [] },
      ],
    };
    expect(fromJest(report)).toEqual({ passed: 1, failed: 2, skipped: ['a pending test'] });
  });

  it('counts Playwright’s tests, one that passed only when tried again as a failure', () => {
    const spec = (status: string) => ({ title: status, tests: [{ status, projectName: 'phone' }] });
    const report = {
      suites: [{ specs: [spec('expected')], suites: [{ specs: [spec('flaky'), spec('skipped')] }] }],
      errors: [],
    };
    expect(fromPlaywright(report)).toEqual({ passed: 1, failed: 1, skipped: ['skipped (phone)'] });
  });

  it('is one plain line, which tells of skipped ones only when there are any', () => {
    const one = { passed: 2, failed: 0, skipped: [] };
    expect(plainLine(one)).toBe('2 passed, 0 failed');
    expect(plainLine(sum([one, { passed: 1, failed: 1, skipped: ['x'] }]))).toBe(
      '3 passed, 1 failed, 1 skipped',
    );
  });

  it('where nothing may be skipped, counts what was as failed', () => {
    expect(plainLine(strict({ passed: 1, failed: 0, skipped: ['x', 'y'] }))).toBe('1 passed, 2 failed');
  });
});
