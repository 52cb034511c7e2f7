import { Http2Entrance } from '@tickway/gateway';
import type { Plot } from '@tickway/report';
import { LAB_TOPIC } from '../source/outside-source';
import { wayOf } from '../viewer/ways';
import { Bench } from './bench';
import type { Experiment, ExperimentRim, Finding } from './experiment';
import { browserHeaders } from './headers';
import { followAll, Http2Group, INTERVAL_MS, kinds, type Kind } from './http2/http2-group';
import { bytesOf, overhead, rowsOf, type Pair, type Row } from './http2/http2-rows';
import { http2Verdicts, type Http2Measured, type PageFigures } from './http2/http2-verdicts';
import { onePage, TABS, type OnePage } from './http2/one-page';
import { fixed } from './ratio';

const VIEWERS = 5;
const EVENTS_PER_SECOND = 1;
const UP_PER_SECOND = 20;
const MEASURE_MS = 60_000;
const UP = 'said';
const ENTER_MS = 10_000;
const LAST_MS = 3_000;
const LOOK_MS = 50;

/** The columns of HTTP/2 that other experiments lack: bytes, connections, both ways at once, tabs. */
export const http2: Experiment = {
  name: 'http2',
  title: 'E-HDR, E-CONN, E-DUP and E-TABS over HTTP/2',
  claims: ['2', '11', '17', '22', '27', '28', '29'],
  prediction:
    'HPACK (RFC 7541) sends a header that was said before as an index of one or two bytes: the first question is a little smaller than over HTTP/1.1 (Huffman), each following one is its path and a dozen of indexes. A frame’s DATA head takes 9 bytes where HTTP/1.1 has ' +
    'a chunk’s 6 to 8 or nothing: a WebSocket over HTTP/2 costs 9 bytes a frame more. All of a browser goes over one connection.',
  method:
    `${VIEWERS} viewers of each transport over HTTP/1.1, straight to the server, and ${VIEWERS} over HTTP/2, each a browser of its own, through an entrance that speaks HTTP/1.1 to the same server (h2c with prior knowledge, by Node’s client; TLS would add the same to both). ` +
    `All with a browser’s headers, ${EVENTS_PER_SECOND} update a second (Poisson), polling every ${INTERVAL_MS} ms. Bytes over HTTP/2 are booked by the kinds of its frames where they pass and compared with the sockets’ counters. Beside them one browser with ${TABS} streams, ` +
    `a poll, a long poll, a WebSocket and ${UP_PER_SECOND} POSTs a second that come back on one more stream, all on its one connection.`,
  run: (rim) => Bench.with(rim, { topics: [LAB_TOPIC, UP] }, (bench) => measure(bench, rim)),
};

async function measure(bench: Bench, rim: ExperimentRim): Promise<Finding> {
  const entrance = await Http2Entrance.open({ server: bench.server.target.address });
  const setting = { entrance: entrance.address, rim };
  const groups: Http2Group[] = [];
  const open = async (size: number) => {
    const group = await Http2Group.open(setting, size);
    groups.push(group);
    return group;
  };
  try {
    const pairs: Pair[] = [];
    for (const kind of kinds) pairs.push(await pairOf(kind, bench, await open(VIEWERS)));
    const { token } = bench.server;
    const saying = { topic: UP, perSecond: UP_PER_SECOND, token, clock: rim.clock };
    const page = onePage(await open(1), saying);
    await until(bench, ENTER_MS, () => groups.every(({ complete }) => complete));
    return finding(await compare(bench, { pairs, page }), rim);
  } finally {
    for (const group of groups) group.close();
    entrance.close();
  }
}

async function pairOf(kind: Kind, bench: Bench, young: Http2Group): Promise<Pair> {
  const way = wayOf(kind, { intervalMs: INTERVAL_MS, headers: browserHeaders });
  const old = bench.group({ way, size: VIEWERS });
  await bench.enter(old, INTERVAL_MS);
  return { kind, old, young, tally: followAll(young, kind) };
}

interface Scene {
  readonly pairs: readonly Pair[];
  readonly page: OnePage;
}

async function compare(bench: Bench, { pairs, page }: Scene): Promise<Http2Measured> {
  const before = pairs.map(bytesOf);
  const { source, stop } = bench.speak({ perSecond: EVENTS_PER_SECOND, rhythm: 'poisson' });
  try {
    await bench.measure('http2', MEASURE_MS);
  } finally {
    page.hush();
    stop();
  }
  await bench.measure('http2, the last ones', LAST_MS, 1);
  const rows = () => pairs.flatMap((pair, i) => rowsOf(pair, before[i] ?? bytesOf(pair)));
  // A poll may be on its way just now: counted by one socket, not yet by the other.
  await until(bench, LAST_MS, () => rows().every(({ unexplained }) => unexplained === 0));
  const broken = [page.group, ...pairs.map(({ young }) => young)].find(({ fault }) => fault !== undefined);
  if (broken) throw new Error(`over HTTP/2: ${broken.fault ?? ''}`);
  const statuses = new Set(pairs.flatMap(({ young }) => young.browsers.flatMap(({ opened }) => [...opened])));
  const { published } = source;
  return {
    ...{ rows: rows(), expected: published * VIEWERS, statuses: [...statuses] },
    page: pageFigures(page, published),
  };
}

async function until(bench: Bench, mostMs: number, isSo: () => boolean): Promise<void> {
  for (let waited = 0; waited < mostMs && !isSo(); waited += LOOK_MS) await bench.wait(LOOK_MS);
}

function pageFigures({ browser, group, ...page }: OnePage, published: number): PageFigures {
  const sum = (of: 'missing' | 'doubled') => browser.ledgers.reduce((all, ledger) => all + ledger[of], 0);
  return {
    ...{ connections: group.connections, requests: browser.requests, viewers: browser.ledgers.length },
    tabs: page.tabs.length,
    wholeTabs: page.tabs.filter(({ delivered }) => delivered === published).length,
    ...{ said: page.said(), heard: page.heard.delivered },
    heardAfterMs: page.heard.age.spread()?.mean ?? NaN,
    ...{ missing: sum('missing'), doubled: sum('doubled') },
  };
}

function finding(measured: Http2Measured, { scale }: ExperimentRim): Finding {
  const { rows, expected, page } = measured;
  return {
    verdicts: http2Verdicts(measured),
    tables: [
      {
        title: 'Bytes an update, both directions',
        head: [
          ...['viewer', 'payload', 'framing', 'headers', 'heads of the first exchange', 'of each following'],
          ...['connections a viewer', 'requests a viewer', 'delivered', 'published × viewers'],
          ...['missing', 'doubled', 'unexplained bytes'],
        ],
        rows: rows.map(({ label, perUpdate, ...row }) => [
          ...[label, fixed(perUpdate.payload), fixed(perUpdate.framing), fixed(perUpdate.headers)],
          ...[fixed(row.first, 0), fixed(row.following, 0), fixed(row.connections, 0), fixed(row.requests)],
          ...[row.delivered, expected, row.missing, row.doubled, row.unexplained].map(String),
        ]),
      },
      {
        title: 'One browser over HTTP/2',
        head: [
          ...['viewers', 'connections', 'requests', 'streams of tabs', 'whole', 'POSTs said', 'heard again'],
          ...['heard again after, mean ms', 'missing', 'doubled'],
        ],
        rows: [
          [
            ...[page.viewers, page.connections, page.requests, page.tabs].map(String),
            ...[page.wholeTabs, page.said, page.heard].map(String),
            ...[fixed(page.heardAfterMs), String(page.missing), String(page.doubled)],
          ],
        ],
      },
    ],
    plots: [overheadPlot(rows)],
    raw: { scale, ...measured },
  };
}

const overheadPlot = (rows: readonly Row[]): Plot => ({
  ...{ name: 'http2', title: 'Bytes besides the payload, an update' },
  ...{ x: '', y: 'bytes', scale: 'logarithmic', names: [...kinds] },
  series: (['HTTP/1.1', 'HTTP/2'] as const).map((version) => ({
    ...{ label: version, kind: 'dots' },
    points: rows
      .filter((row) => row.version === version)
      .map((row) => [kinds.indexOf(row.kind), overhead(row)] as const),
  })),
});
