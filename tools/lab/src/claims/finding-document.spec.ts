import type { Circumstances, Finding } from '@tickway/report';
import { experiments, notDone } from './experiments';
import { findingDocument, indexDocument } from './finding-document';

const [experiment] = experiments;
if (!experiment) throw new Error('no experiment');

const finding: Finding = {
  verdicts: [{ claim: '7: a claim', verdict: 'partly', because: '3 of 5', becauseKo: '5 중 3' }],
  tables: [{ title: 'Times', head: ['transport', 'ms'], rows: [['polling', '520.0']] }],
  plots: [{ name: 'times', title: 'Times', x: 'x', y: 'y', series: [] }],
  raw: {},
};

const about: Circumstances = {
  command: 'npm run lab -- claims',
  date: '2026-01-02T03:04:05.000Z',
  seed: 7,
  scale: 1,
  machine: { processor: 'Abacus', cores: 2, memoryBytes: 1, system: 'linux', node: 'v24.0.0' },
  loadBefore: 0.1,
  loadAfter: 0.25,
};

describe('the page of a finding', () => {
  it('tells verdict, prediction, method, table, plot, and where, when and how it was measured', () => {
    const page = findingDocument({ ...experiment, finding, about });
    for (const text of [
      `# ${experiment.title}\n\n- **partly** — 7: a claim. 3 of 5.\n\n**Prediction.**`,
      '## Times\n\n| transport |    ms |\n',
      '![Times](times.svg)',
      'Measured 2026-01-02T03:04:05.000Z by `npm run lab -- claims`, seed 7, on 2 × Abacus',
      `[data/${experiment.name}.json](data/${experiment.name}.json)`,
    ])
      expect(page).toContain(text);
    expect(page).not.toContain('quick');
  });

  it('says of a quick run that it is not for the record', () => {
    expect(findingDocument({ ...experiment, finding, about: { ...about, scale: 0.1 } })).toContain(
      'not for the record',
    );
  });
});

describe('the list of findings', () => {
  it('has each verdict, and what is not done', () => {
    const page = indexDocument([{ ...experiment, finding, about }], notDone);
    expect(page).toContain(
      `## [${experiment.title}](${experiment.name}.md)\n\nMeasured 2026-01-02.\n\n- **partly** — 7: a claim. 3 of 5.`,
    );
    for (const [what] of notDone) expect(page).toContain(what);
  });
});

describe('the experiments', () => {
  it('have names that are files’ names, each once', () => {
    const names = experiments.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9-]+$/);
  });

  it('each say what they claim, predict and do', () => {
    for (const { claims, prediction, method } of experiments) {
      expect(claims.length).toBeGreaterThan(0);
      expect(prediction.length).toBeGreaterThan(40);
      expect(method.length).toBeGreaterThan(40);
    }
  });
});
