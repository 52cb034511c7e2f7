import { within } from './harness/deadline';
import { descendantsOf, isRunning } from './harness/processes';
import { Server } from './harness/server';

interface ToldRun {
  readonly id: string;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  readonly share: number;
  readonly why?: string;
  readonly result?: { readonly transports: Readonly<Record<string, { readonly delivered: number }>> };
}

const load = {
  kind: 'load',
  transports: ['websocket'],
  viewers: 3,
  seconds: 1,
  rate: 50,
  network: { rttMs: 5 },
};
const experiment = { kind: 'experiment', name: 'herd' };
/** The lab starts a server of its own and has to be fair to a machine with other work. */
const PATIENCE_MS = 45_000;

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 50));

let server: Server;

beforeEach(async () => (server = await Server.start({ TICKWAY_SYSTEMS: 'lirr' })));
afterEach(() => server.stop('SIGKILL'));

const ask = (method: string, path = '', body?: object) =>
  fetch(`${server.url}/lab/runs${path}`, { method, ...(body && { body: JSON.stringify(body) }) });

async function start(body: object): Promise<ToldRun> {
  const answer = await ask('POST', '', body);
  expect(answer.status).toBe(202);
  return (await answer.json()) as ToldRun;
}

const told = async (id: string) => (await (await ask('GET', `/${id}`)).json()) as ToldRun;

/** Asks after a run until it is as wanted; all that it told on the way. */
async function follow(id: string, enough: (run: ToldRun) => boolean): Promise<readonly ToldRun[]> {
  const heard: ToldRun[] = [];
  const read = async () => {
    for (;;) {
      const run = await told(id);
      heard.push(run);
      if (enough(run)) return heard;
      await aMoment();
    }
  };
  return within(read(), () => `more of ${JSON.stringify(heard.at(-1))}`, PATIENCE_MS);
}

/** The lab and its server, once both run. */
async function family(): Promise<readonly number[]> {
  const read = async () => {
    for (;;) {
      const pids = await descendantsOf(server.pid);
      if (pids.length >= 2) return pids;
      await aMoment();
    }
  };
  return within(read(), () => 'the lab and its server', PATIENCE_MS);
}

const gone = (pids: readonly number[]) =>
  within(
    (async () => {
      while (pids.some(isRunning)) await aMoment();
    })(),
    () => `the end of ${pids.filter(isRunning).join()}`,
  );

describe('a run of the lab', () => {
  it('is started, tells how far it is, and ends with what the command line prints', async () => {
    const { id } = await start(load);
    expect((await ask('POST', '', experiment)).status).toBe(409);
    const runs = await follow(id, ({ state }) => state !== 'running');
    const shares = runs.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.some((share) => share > 0 && share < 1)).toBe(true);
    expect(runs.at(-1)).toMatchObject({ state: 'done', share: 1 });
    expect(Object.keys(runs.at(-1)?.result?.transports ?? {})).toEqual(['websocket']);
    expect(runs.at(-1)?.result?.transports.websocket?.delivered).toBeGreaterThan(0);
    expect(await descendantsOf(server.pid)).toEqual([]);
    expect(await (await ask('GET')).json()).toMatchObject({ runs: [{ id, state: 'done' }] });
  });

  it('is cancelled, and leaves no process behind', async () => {
    const { id } = await start(experiment);
    const pids = await family();
    expect((await ask('DELETE', `/${id}`)).status).toBe(204);
    expect((await follow(id, ({ state }) => state !== 'running')).at(-1)).toMatchObject({
      state: 'cancelled',
    });
    await gone(pids);
  });

  it('ends with its server, which waits for that', async () => {
    await start(experiment);
    const pids = await family();
    expect(await server.stop()).toMatchObject({ code: 0 });
    expect(pids.filter(isRunning)).toEqual([]);
  });

  it('ends with its server, also when that was killed', async () => {
    await start(experiment);
    const pids = await family();
    await server.stop('SIGKILL');
    await gone(pids);
  });
});

describe('what was measured', () => {
  it('is told to anyone, from the record', async () => {
    const answer = await fetch(`${server.url}/lab/measurements`, {
      headers: { 'x-forwarded-for': '192.0.2.7' },
    });
    const { measurements } = (await answer.json()) as {
      measurements: readonly { name: string; from: string }[];
    };
    expect(measurements).toContainEqual(expect.objectContaining({ name: 'herd', from: 'record' }));
  });
});
