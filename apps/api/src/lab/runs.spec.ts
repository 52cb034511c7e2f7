import { VirtualClock } from '@tickway/gateway';
import { GRACE_MS, LONGEST_RUN_MS } from './lab-run';
import type { Run } from './run';
import { Runs } from './runs';
import { ScriptedLab } from './testing/scripted-lab';

const load = { kind: 'load', transports: ['websocket', 'polling'], viewers: 5, seconds: 1 } as const;

function make() {
  const [program, clock] = [new ScriptedLab(), new VirtualClock()];
  const over: Run[] = [];
  let made = 0;
  const runs = new Runs({ program, clock, newId: () => `r${++made}`, onOver: (run) => over.push(run) });
  return { program, clock, runs, over };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('runs of the lab', () => {
  it('ask its command line, and name the command that anyone gets the same by', () => {
    const { program, runs, clock } = make();
    const run = runs.start(load);
    const same = 'load --transport=websocket,polling --viewers=5 --seconds=1';
    expect(program.started).toEqual([[...same.split(' '), '--json', '--progress=json']]);
    expect(run).toEqual({
      ...{ id: 'r1', kind: 'load', asked: load, state: 'running', what: '', share: 0 },
      ...{ startedAt: clock.now(), command: `npm run lab -- ${same}` },
    });
  });

  it('tell how far they are, all transports together', () => {
    const { program, runs } = make();
    const { id } = runs.start(load);
    program.say('{"what":"polling","share":0.75}');
    program.say('{"what":"polling, the last ones","share":0}');
    expect(runs.find(id)).toMatchObject({ what: 'polling, the last ones', share: 0.75 });
  });

  it('end with what the lab found', async () => {
    const { program, clock, runs, over } = make();
    const { id } = runs.start(load);
    clock.pass(5_000);
    program.end({ code: 0, output: '{"transports":{}}' });
    await settled();
    const run = runs.find(id);
    expect(run).toMatchObject({ state: 'done', share: 1, result: { transports: {} }, endedAt: clock.now() });
    expect(over).toEqual([run]);
    expect(runs.list()).toEqual([{ ...run, result: undefined }]);
    expect(clock.waiting).toBe(0);
  });

  it.each([
    { what: 'the lab says why', said: ['! slow', 'no'], end: { code: 2, output: '' }, why: '! slow\nno' },
    { what: 'the lab says nothing', said: [], end: { code: 3, output: '' }, why: 'it ended with 3' },
    { what: 'the lab was killed', said: [], end: { output: '' }, why: 'it ended with a signal' },
    {
      ...{ what: 'the lab was cut short', said: [], end: { code: 0, output: '{"transports":' } },
      why: 'its result cannot be read',
    },
  ])('fail, and say why, when $what', async ({ said, end, why }) => {
    const { program, runs } = make();
    const { id } = runs.start(load);
    for (const line of said) program.say(line);
    program.end(end);
    await settled();
    expect(runs.find(id)).toMatchObject({ state: 'failed', why });
  });

  it('are one at a time', async () => {
    const { program, runs } = make();
    runs.start(load);
    expect(() => runs.start(load)).toThrow(expect.objectContaining({ code: 'busy' }));
    program.end({ code: 0, output: '{}' });
    await settled();
    expect(runs.start(load).id).toBe('r2');
  });

  it('are cancelled in order, and by force when that takes too long', async () => {
    const { program, clock, runs } = make();
    const { id } = runs.start(load);
    runs.cancel(id);
    runs.cancel(id);
    expect(program.done).toEqual(['interrupt']);
    expect(runs.find(id)).toMatchObject({ state: 'running', ending: true });
    expect(() => runs.start(load)).toThrow(expect.objectContaining({ code: 'busy' }));
    clock.pass(GRACE_MS);
    expect(program.done).toEqual(['interrupt', 'kill']);
    program.end({ output: '' });
    await settled();
    expect(runs.find(id)).toMatchObject({ state: 'cancelled', endedAt: clock.now() });
    expect(runs.find(id)).not.toHaveProperty('ending');
    runs.cancel(id);
    expect(program.done).toHaveLength(2);
    expect(clock.waiting).toBe(0);
  });

  it('last no longer than they may', async () => {
    const { program, clock, runs } = make();
    const { id } = runs.start(load);
    clock.pass(LONGEST_RUN_MS);
    expect(program.done).toEqual(['interrupt']);
    program.end({ code: 130, output: '' });
    await settled();
    expect(runs.find(id)).toMatchObject({ state: 'failed', why: 'it took longer than 30 minutes' });
  });

  it('are ended with the server, which waits for that', async () => {
    const { program, clock, runs } = make();
    const { id } = runs.start(load);
    let closed = false;
    const close = runs.close().then(() => (closed = true));
    await settled();
    expect([program.done, closed]).toEqual([['interrupt'], false]);
    program.end({ code: 130, output: '' });
    await close;
    expect(runs.find(id).state).toBe('cancelled');
    expect(() => runs.start(load)).toThrow(expect.objectContaining({ code: 'shutdown' }));
    expect(clock.waiting).toBe(0);
  });

  it('are remembered, twenty of them', async () => {
    const { program, runs } = make();
    for (let i = 0; i < 21; i++) {
      runs.start(load);
      program.end({ code: 0, output: '{}' });
      await settled();
    }
    expect(runs.list().map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, i) => `r${21 - i}`));
    expect(() => runs.find('r1')).toThrow(expect.objectContaining({ code: 'not_found' }));
  });

  it('are not where the lab is not built', () => {
    const { clock } = make();
    const program = Object.assign(new ScriptedLab(), { available: false });
    const runs = new Runs({ program, clock, newId: () => 'r', onOver: () => undefined });
    expect(() => runs.start(load)).toThrow(expect.objectContaining({ code: 'disabled' }));
  });
});
