import { decodeFrame, type Received } from '@tickway/protocol';
import { memoryHistory } from '../memory/memory-history';
import { Viewer } from '../testing/viewer';
import { change, HandClock, positions, quotes, topics, trades, World } from '../testing/world';
import { answerHistory, type HistoryAnswer } from './history-answer';

describe('answerHistory', () => {
  async function opened() {
    const clock = new HandClock();
    const store = memoryHistory({ clock, trades, quotes });
    const world = new World(store, clock);
    const begun = clock.now();
    for (let second = 0; second < 30; second++) {
      clock.move(1_000);
      await world.publish(positions, [
        change('V1', { lat: second }, clock.now()),
        change('V2', { lat: 0 }, clock.now()),
      ]);
      await world.trade('S1', second + 1, 2);
    }
    const answer = answerHistory({ store, topics, clock });
    const get = (path: string, query = '') => answer(path, new URLSearchParams(query));
    return { world, begun, get };
  }

  const frames = ({ body }: HistoryAnswer): readonly Received[] =>
    body.trimEnd().split('\n').map(decodeFrame);

  it('tells a stretch page by page, each naming the next, as frames that any receiver of the feeds reads', async () => {
    const { world, begun, get } = await opened();
    const viewer = new Viewer();
    let query = `topic=positions&topic=trades&from=${begun + 5_000}&to=${begun + 25_000}&most=7`;
    let pages = 0;
    let received: readonly Received[] = [];
    for (let link: string | undefined = ''; link !== undefined; pages++) {
      const answer = await get('/frames', query);
      expect(answer.headers['content-type']).toBe('application/x-ndjson');
      received = frames(answer);
      received.forEach((frame) => viewer.apply(frame));
      link = answer.headers.link;
      query = /^<\/history\/frames\?([^>]+)>; rel="next"$/.exec(link ?? '')?.[1] ?? '';
    }
    expect(pages).toBeGreaterThan(5);
    for (const topic of [positions, trades])
      expect(viewer.state(topic)).toEqual(world.stateAt(topic, begun + 25_000));
    expect(viewer.told.filter(({ topic }) => topic === trades)).toHaveLength(20);
    expect(received.at(-1)).toMatchObject({
      type: 'heartbeat',
      cursors: { positions: { offset: 50 }, trades: { offset: 25 } },
      writtenAt: world.clock.now(),
    });
  });

  it('says of each frame when it was recorded: of a state, the moment asked for; of a restart, its own', async () => {
    const { world, begun, get } = await opened();
    world.clock.move(60_000);
    const restartedAt = world.clock.now();
    await world.restart();
    world.clock.move(5_000);
    await world.publish(positions, [change('V3', { lat: 1 }, world.clock.now())]);
    const told = frames(await get('/frames', `topic=positions&from=${begun + 29_500}`));
    expect(told.slice(0, -1).map(({ type, writtenAt }) => [type, writtenAt])).toEqual([
      ['snapshot', begun + 29_500],
      ['delta', begun + 30_000],
      ['snapshot', restartedAt],
      ['delta', restartedAt + 5_000],
    ]);
  });

  it('tells of the keys asked for, and moves the cursors over the others', async () => {
    const { begun, get } = await opened();
    const told = frames(await get('/frames', `topic=positions&positions.keys=V2&from=${begun + 1_000}`));
    const keys = told.flatMap((frame) => ('rows' in frame ? frame.rows.map(({ key }) => key) : []));
    expect(new Set(keys)).toEqual(new Set(['V2']));
    expect(told.at(-1)).toMatchObject({ cursors: { positions: { offset: 60 } } });
  });

  it('gives the last closes of several symbols at once', async () => {
    const { world, begun, get } = await opened();
    await world.trade('S2', 7, 1);
    const { body } = await get('/closes', 'key=S1&key=S2&key=S9&interval=5s&most=2');
    const start = (second: number) => Math.floor((begun + second * 1_000) / 5_000) * 5_000;
    expect(JSON.parse(body)).toEqual({
      closes: {
        S1: [
          [start(25), 29],
          [start(30), 30],
        ],
        S2: [[start(30), 7]],
        S9: [],
      },
    });
    await expect(get('/closes', 'key=S1&interval=5s&most=101')).rejects.toMatchObject({
      code: 'bad_request',
    });
    const many = Array.from({ length: 129 }, (_, i) => `key=S${i}`).join('&');
    await expect(get('/closes', `interval=5s&${many}`)).rejects.toMatchObject({ code: 'filter_too_large' });
  });

  it('gives bars with the cursor at which the live stream goes on', async () => {
    const { begun, get } = await opened();
    const { headers, body } = await get('/bars', `key=S1&interval=1d&from=${begun - 86_400_000}`);
    expect(headers['content-type']).toBe('application/json');
    expect(JSON.parse(body)).toEqual({
      bars: [expect.objectContaining({ open: 1, high: 30, low: 1, close: 30, volume: 60, trades: 30 })],
      cursor: 'life1:30',
      revision: 30,
    });
  });

  it('says how the history is doing', async () => {
    const { world, get } = await opened();
    expect(JSON.parse((await get('')).body)).toMatchObject({
      state: 'on',
      rows: 90,
      newest: world.clock.now(),
    });
  });

  const refused: readonly (readonly [path: string, query: string, code: string])[] = [
    ['/frames', 'from=1', 'bad_request'],
    ['/frames', 'topic=positions', 'bad_request'],
    ['/frames', 'topic=positions&from=1&after=1', 'bad_request'],
    ['/frames', 'topic=positions&from=-1', 'bad_request'],
    ['/frames', 'topic=positions&from=1e3', 'bad_request'],
    ['/frames', 'topic=positions&from=9&to=8', 'bad_request'],
    ['/frames', 'topic=positions&from=1&from=2', 'bad_request'],
    ['/frames', 'topic=positions&from=1&most=0', 'bad_request'],
    ['/frames', 'topic=positions&from=1&most=20001', 'bad_request'],
    ['/frames', 'topic=positions&from=1&speed=2', 'bad_request'],
    ['/frames', 'topic=positions&from=1&positions.cursor=a:1', 'bad_request'],
    ['/frames', 'topic=positions&from=1&positions.cells=0320', 'bad_request'],
    ['/frames', 'topic=nothing&from=1', 'unknown_topic'],
    ['/bars', 'interval=1m', 'bad_request'],
    ['/bars', 'key=S1&interval=2m', 'bad_request'],
    ['/bars', 'key=S1&interval=toString', 'bad_request'],
    ['/bars', 'key=../x&interval=1m', 'bad_request'],
    ['/bars', 'key=S1&interval=1m&most=5001', 'bad_request'],
    ['/bars', 'key=S1&interval=1m&speed=1', 'bad_request'],
    ['/candles', '', 'not_found'],
  ];

  it.each(refused)('refuses %s?%s with %s', async (path, query, code) => {
    const { get } = await opened();
    await expect(get(path, query)).rejects.toMatchObject({ code });
  });

  it('refuses a filter that is too large', async () => {
    const { get } = await opened();
    const query = `topic=quotes&from=1&quotes.keys=${'A,'.repeat(600)}A`;
    await expect(get('/frames', query)).rejects.toMatchObject({ code: 'filter_too_large' });
  });

  it('does not know quotes that nobody sent, and says so by an empty page', async () => {
    const { begun, get } = await opened();
    const told = frames(await get('/frames', `topic=quotes&from=${begun}`));
    expect(told).toMatchObject([{ type: 'snapshot', topic: quotes, rows: [] }, { type: 'heartbeat' }]);
  });
});
