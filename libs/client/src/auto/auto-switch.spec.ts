import { startAuto } from '../testing/start-auto';
import { World } from '../testing/world';

const HEARTBEAT_MS = 15_000;

describe('auto mode', () => {
  let world: World;
  beforeEach(() => (world = new World()));

  it('leaves a WebSocket that works alone, and asks for nothing else', async () => {
    const { steps, state } = await startAuto(world);
    world.pass(3_600_000);
    expect(world.opened).toEqual(['websocket']);
    expect(steps()).toEqual([]);
    expect(state()?.nextTryAt).toBeUndefined();
  });

  it('goes to streaming at once when the upgrade is refused, and says so', async () => {
    world.set({ websocket: 'refused' });
    const { steps, state } = await startAuto(world);
    world.pass(300);
    expect(steps()).toEqual(['websocket→streaming: refused']);
    expect(state()).toMatchObject({ transport: 'streaming', steps: [{ reason: { code: 'lost' } }] });
  });

  it('replaces a WebSocket that opens and says nothing within seconds', async () => {
    world.set({ websocket: 'silent' });
    const { steps } = await startAuto(world);
    world.pass(6_000);
    expect(steps()).toEqual(['websocket→streaming: no-first-frame']);
  });

  it('replaces a WebSocket that falls silent within two heartbeats, and repeats and loses nothing', async () => {
    const { steps, counts } = await startAuto(world);
    world.pass(60_000);
    world.set({ websocket: 'silent' });
    world.pass(2 * HEARTBEAT_MS);
    expect(steps()).toEqual(['websocket→streaming: silent']);
    expect(counts()).toMatchObject({ missing: 0, double: 0, gaps: 0, switches: 1, reconnects: 0 });
  });

  it('holds no silence against a WebSocket through which the machine slept, though it is lost', async () => {
    const { steps, counts } = await startAuto(world);
    world.pass(60_800);
    world.sleep(3_600_000);
    world.pass(10_000);
    expect(steps()).toEqual([]);
    expect(counts()).toMatchObject({ missing: 0, double: 0, reconnects: 1 });
  });

  it('makes nothing of a pause', async () => {
    const { connection, steps, counts } = await startAuto(world);
    world.pass(60_000);
    connection.pause();
    world.pass(3_600_000);
    connection.resume();
    world.pass(10_000);
    expect([steps(), world.opened]).toEqual([[], ['websocket', 'websocket']]);
    expect(counts()).toMatchObject({ missing: 0, double: 0 });
  });

  it('does not try again first what the server has given up as silent too', async () => {
    const { steps } = await startAuto(world);
    world.pass(60_000);
    world.set({ websocket: 'silent' });
    world.pass(20_000);
    world.cut('websocket');
    world.pass(200);
    expect(steps()).toEqual(['websocket→streaming: silent']);
  });

  it.each(['silent', 'refused'] as const)(
    'climbs back within 30 s of the repair of a WebSocket that is %s, without disturbing what runs',
    async (fate) => {
      world.set({ websocket: fate });
      const { state, steps, counts } = await startAuto(world);
      world.pass(200_000);
      expect(state()?.transport).toBe('streaming');
      world.set({});
      world.pass(30_000);
      expect(steps()?.at(-1)).toBe('streaming→websocket: works');
      expect(counts()).toMatchObject({ missing: 0, double: 0, gaps: 0 });
    },
  );

  it('finds long polling behind a proxy that refuses the upgrade and holds streams back', async () => {
    world.set({ websocket: 'refused', streaming: 'held' });
    const { steps, state } = await startAuto(world);
    world.pass(15_000);
    expect(steps()).toEqual(['websocket→streaming: refused', 'streaming→long-polling: held-back']);
    expect(state()?.steps.at(-1)?.reason).toMatchObject({ heldMs: 2_500 });
  });

  it('is not led back to a stream that is still held back', async () => {
    world.set({ websocket: 'refused', streaming: 'held' });
    const { steps, state } = await startAuto(world);
    world.pass(600_000);
    expect(steps()).toHaveLength(2);
    expect(state()?.failed).toMatchObject({ transport: 'streaming', reason: { type: 'no-first-frame' } });
  });

  it('tells when it tries next, what it is trying, and why the last try failed', async () => {
    world.set({ websocket: 'silent' });
    const { state } = await startAuto(world);
    world.pass(5_600);
    expect(state()?.nextTryAt).toBeGreaterThan(world.scheduler.now());
    world.pass(5_000);
    expect(state()).toMatchObject({ trying: 'websocket' });
    world.pass(5_000);
    expect(state()).toMatchObject({
      transport: 'streaming',
      failed: { transport: 'websocket', reason: { type: 'no-first-frame' } },
    });
  });

  it('is patient with a transport that is lost once, and leaves one that is lost again and again', async () => {
    world.set({ websocket: 'breaks' });
    const { steps } = await startAuto(world);
    world.pass(5_000);
    expect(steps()).toEqual([]);
    world.pass(12_000);
    expect(steps()).toEqual(['websocket→streaming: lost-often']);
  });

  it('tries again ever more rarely what answers and then does not hold', async () => {
    world.set({ websocket: 'breaks' });
    await startAuto(world);
    const climbs = (ms: number) => {
      const before = world.opened.filter((name) => name === 'streaming').length;
      world.pass(ms);
      return world.opened.filter((name) => name === 'streaming').length - before;
    };
    expect(climbs(600_000)).toBeLessThan(8);
    expect(climbs(3_600_000)).toBeLessThan(9);
  });

  it('does not take for a transport’s fault that the whole network is away for 5 s', async () => {
    const { steps, counts } = await startAuto(world);
    world.pass(20_000);
    world.set({ websocket: 'held', streaming: 'held', 'long-polling': 'held', polling: 'held' });
    world.pass(5_000);
    world.set({});
    world.pass(60_000);
    expect(steps()).toEqual([]);
    expect(counts()).toMatchObject({ missing: 0, double: 0 });
  });

  it('is on the best again soon after an outage of everything', async () => {
    const { state, counts } = await startAuto(world);
    world.pass(20_000);
    world.setAll('refused');
    world.pass(300_000);
    expect(state()?.transport).toBe('polling');
    world.set({});
    world.pass(40_000);
    expect(state()?.transport).toBe('websocket');
    expect(counts()).toMatchObject({ missing: 0, double: 0, gaps: 0 });
  });

  it('begins with a try of the best when it is turned on elsewhere', async () => {
    const { steps } = await startAuto(world, { transport: 'polling' });
    world.pass(2_000);
    expect(steps()).toEqual(['polling→websocket: works']);
  });

  it('lets go of the connection when stopped, and of a try that is under way', async () => {
    world.set({ websocket: 'silent' });
    const { auto, over, connection } = await startAuto(world);
    world.pass(10_500);
    expect(world.openNow).toBe(2);
    auto.stop();
    world.pass(1_000);
    expect(world.openNow).toBe(1);
    connection.switchTo('polling');
    world.pass(60_000);
    expect(world.opened.at(-1)).toBe('polling');
    expect(over()).toBe(true);
  });

  it('ends with the connection', async () => {
    const { connection, over } = await startAuto(world);
    world.pass(1_000);
    connection.close();
    world.pass(1_000);
    expect([over(), world.openNow]).toEqual([true, 0]);
  });
});
