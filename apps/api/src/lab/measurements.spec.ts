import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Measurements } from './measurements';
import type { Run } from './run';

const measurement = (name: string, seed = 1) => ({
  ...{ name, title: name, claims: ['1'], prediction: 'so', method: 'thus' },
  about: {
    ...{
      command: 'npm run lab',
      date: '2026-11-22T00:00:00.000Z',
      seed,
      scale: 1,
      loadBefore: 0,
      loadAfter: 0,
    },
    machine: { processor: 'p', cores: 2, memoryBytes: 1, system: 's', node: 'v24' },
  },
  finding: { verdicts: [], tables: [], plots: [], raw: null },
});

const run = (more: Partial<Run>): Run => ({
  ...{ id: 'r1', kind: 'experiment', asked: { kind: 'experiment', name: 'herd' }, state: 'done' },
  ...{ what: '', share: 1, startedAt: 0, command: '', result: { measurements: [measurement('herd', 2)] } },
  ...more,
});

describe('what was measured', () => {
  let folder: string;
  let measurements: Measurements;
  const known = async () =>
    (await measurements.all()).map(({ name, from, about }) => [name, from, about.seed]);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tickway-'));
    for (const name of ['gap', 'herd'])
      await writeFile(join(folder, `${name}.json`), JSON.stringify(measurement(name)));
    await writeFile(join(folder, 'frames.json'), '{"fps":60}');
    measurements = new Measurements(folder);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is the record, without figures of another kind', async () => {
    expect(await known()).toEqual([
      ['gap', 'record', 1],
      ['herd', 'record', 1],
    ]);
  });

  it('is what was measured here, in place of the record', async () => {
    measurements.keep(run({}));
    expect(await known()).toEqual([
      ['gap', 'record', 1],
      ['herd', 'here', 2],
    ]);
  });

  it.each([run({ state: 'cancelled', result: undefined }), run({ kind: 'load', result: {} })])(
    'is not what is no finding: %#',
    async (other) => {
      measurements.keep(other);
      expect(await known()).toEqual([
        ['gap', 'record', 1],
        ['herd', 'record', 1],
      ]);
    },
  );

  it('is nothing without a record', async () => {
    expect(await new Measurements(join(folder, 'gone')).all()).toEqual([]);
  });
});
