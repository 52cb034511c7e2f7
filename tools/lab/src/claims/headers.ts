import type { Plot } from '@tickway/report';
import { transportNames, type TransportName } from '@tickway/protocol';
import { COUNTED_HEADER_BYTES, overheadBitsPerSecond, TAKEN_FRAME_BYTES } from '../formulas/header-overhead';
import { emptyShare } from '../formulas/polling-latency';
import { wayOf } from '../viewer/ways';
import { combine, type ByteSplit } from '../wire/byte-account';
import { Bench, type Group } from './bench';
import type { ClaimVerdict, Experiment, ExperimentRim, Finding } from './experiment';
import { fixed } from './ratio';

const VIEWERS = 10;
const MEASURE_MS = 90_000;
const EVENTS_PER_SECOND = 1;
const INTERVAL_MS = 1_000;
/** A hundred and some polls tell a share no better. */
const NEAR = 0.1;

/** What a desktop browser of today sends with a same-origin request. */
export const browserHeaders = {
  Connection: 'keep-alive',
  'sec-ch-ua-platform': '"Linux"',
  'User-Agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'sec-ch-ua': '"Chromium";v="142", "Not A(Brand";v="99"',
  'sec-ch-ua-mobile': '?0',
  Accept: '*/*',
  'Sec-Fetch-Site': 'same-origin',
  'Sec-Fetch-Mode': 'cors',
  'Sec-Fetch-Dest': 'empty',
  Referer: 'http://127.0.0.1:3000/quotes',
  'Accept-Encoding': 'gzip, deflate, br, zstd',
  'Accept-Language': 'en-US,en;q=0.9',
};

/** One kind of viewer. */
interface Row {
  readonly label: string;
  readonly perUpdate: ByteSplit;
  readonly delivered: number;
  readonly frames: number;
  readonly heartbeats: number;
}

/** E-HDR: bytes of each update on the wire, and what they are for. */
export const headers: Experiment = {
  name: 'headers',
  title: 'E-HDR: bytes of an update, by what they are for',
  claims: ['2', '3', '23', 'd-1'],
  prediction:
    `Lubbers & Greco: ${COUNTED_HEADER_BYTES} bytes of headers a poll against ${TAKEN_FRAME_BYTES} bytes of framing, 435 : 1. Ours: a frame from a server has a head of 2 bytes ` +
    'below 126 bytes of payload, 4 above. Polls that find nothing: e^(−λ·cycle).',
  method:
    `${VIEWERS} viewers of each kind at once, one update a second at chance (Poisson), polling every ${INTERVAL_MS} ms over kept connections. Every byte of both directions is ` +
    'booked from the bytes themselves and compared with the sockets’ own counters; handshakes are left out here. “lean”: only the headers that must be; “browser”: those a ' +
    'desktop browser sends, without cookies.',
  run: (rim) => Bench.with(rim, {}, (bench) => measure(bench, rim)),
};

async function measure(bench: Bench, rim: ExperimentRim): Promise<Finding> {
  const kinds: readonly (readonly [string, TransportName, Readonly<Record<string, string>>])[] = [
    ...transportNames.map((name) => [`${name}, lean`, name, {}] as const),
    ['long-polling, browser', 'long-polling', browserHeaders],
    ['polling, browser', 'polling', browserHeaders],
  ];
  const groups = kinds.map(([label, name, more]) => {
    const way = wayOf(name, { intervalMs: INTERVAL_MS, headers: more });
    return { label, group: bench.group({ way, size: VIEWERS }) };
  });
  for (const { group } of groups) await bench.enter(group, INTERVAL_MS);
  bench.speak({ perSecond: EVENTS_PER_SECOND, rhythm: 'poisson' });
  await bench.wait(500);
  const before = groups.map(({ group }) => group.crowd.counts().bytes);
  const seconds = await bench.measure('headers', MEASURE_MS);
  const rows = groups.map(({ label, group }, i) => rowOf(label, group, before[i]));
  const unexplained = groups.reduce((sum, { group }) => {
    const { carried, bytes } = group.crowd.counts();
    return sum + carried - bytes.payload - bytes.framing - bytes.headers - bytes.handshake;
  }, 0);
  return finding(rows, { seconds, scale: rim.scale, unexplained });
}

function rowOf(label: string, { crowd, tally }: Group, before: ByteSplit | undefined): Row {
  const { bytes } = crowd.counts();
  const spent = before ? combine(bytes, before, -1) : bytes;
  const { delivered, frames, heartbeats } = tally;
  const share = (part: keyof ByteSplit) => spent[part] / delivered;
  const perUpdate = {
    payload: share('payload'),
    framing: share('framing'),
    headers: share('headers'),
    handshake: share('handshake'),
  };
  return { label, perUpdate, delivered, frames, heartbeats };
}

function finding(rows: readonly Row[], run: Readonly<Record<string, number>>): Finding {
  return {
    verdicts: [leanRatio(rows), empties(rows), perMessage(rows)],
    tables: [
      {
        title: 'Bytes an update, both directions',
        head: [
          'viewer',
          'payload',
          'framing',
          'headers',
          'overhead',
          'overhead a message',
          'empty answers',
          'updates',
        ],
        rows: rows.map(({ label, perUpdate, delivered, frames, heartbeats }) => [
          label,
          fixed(perUpdate.payload),
          fixed(perUpdate.framing),
          fixed(perUpdate.headers),
          fixed(overhead({ perUpdate })),
          fixed(overheadOfMessage({ perUpdate, delivered, frames, heartbeats })),
          `${fixed((heartbeats / (heartbeats + frames)) * 100, 0)} %`,
          String(delivered),
        ]),
      },
    ],
    plots: [overheadPlot(rows)],
    raw: { ...run, rows },
  };
}

/** What is claimed of polling and of WebSocket, and what each viewer here measured. */
const overheadPlot = (rows: readonly Row[]): Plot => ({
  ...{ name: 'headers', title: 'Bytes besides the payload, an answer or a frame' },
  ...{ x: '', y: 'bytes', scale: 'logarithmic', names: rows.map(({ label }) => label) },
  series: [
    {
      ...{ label: 'claimed: 871 polled, 2 by WebSocket', kind: 'line' },
      points: rows.flatMap(({ label }, i) => {
        const claimed = label.startsWith('polling') ? 871 : label.startsWith('websocket') ? 2 : undefined;
        return claimed === undefined ? [] : [[i, claimed] as const];
      }),
    },
    {
      ...{ label: 'measured', kind: 'dots' },
      points: rows.map((row, i) => [i, overheadOfMessage(row)] as const),
    },
  ],
});

const overhead = ({ perUpdate }: Pick<Row, 'perUpdate'>) => perUpdate.framing + perUpdate.headers;

/** Of an answer or frame, empty ones included: what Lubbers & Greco counted, who had no empty ones. */
const overheadOfMessage = ({ perUpdate, delivered, frames, heartbeats }: Omit<Row, 'label'>) =>
  (overhead({ perUpdate }) * delivered) / (frames + heartbeats);

const find = (rows: readonly Row[], label: string): Row => {
  const row = rows.find((one) => one.label === label);
  if (row) return row;
  throw new Error(`no row ${label}`);
};

/** d-1: how much lighter WebSocket is, in headers. */
function leanRatio(rows: readonly Row[]): ClaimVerdict {
  const of = (label: string) => overheadOfMessage(find(rows, label));
  const [socket, lean, browser] = [of('websocket, lean'), of('polling, lean'), of('polling, browser')];
  const thousand = overheadBitsPerSecond({ clients: 1_000, perSecond: 1, overheadBytes: browser });
  const ratio = browser / socket;
  return {
    claim: 'd-1: WebSocket needs 435 times less overhead than polling (500 : 1 in the headline)',
    verdict: ratio >= 400 ? 'true' : ratio >= 100 ? 'partly' : 'false',
    because:
      `a polled answer carries ${fixed(browser, 0)} bytes of headers with a browser’s request and ${fixed(lean, 0)} with a lean one, a WebSocket frame ${fixed(socket)} bytes of framing: ` +
      `${fixed(ratio, 0)} : 1 and ${fixed(lean / socket, 0)} : 1; a thousand pollers a second cost ${fixed(thousand / 1e6, 2)} Mbit/s of headers (claimed: 6.97)`,
    becauseKo:
      `폴링 응답 하나에 헤더가 브라우저 요청이면 ${fixed(browser, 0)}바이트, 가벼운 요청이면 ${fixed(lean, 0)}바이트, WebSocket 프레임은 프레이밍 ${fixed(socket)}바이트: ` +
      `${fixed(ratio, 0)} : 1과 ${fixed(lean / socket, 0)} : 1. 초당 폴링 천 번이면 헤더 ${fixed(thousand / 1e6, 2)} Mbit/s(주장: 6.97)`,
  };
}

/** Claim 3: polling asks when nothing happened. */
function empties(rows: readonly Row[]): ClaimVerdict {
  const { heartbeats, frames } = find(rows, 'polling, lean');
  const share = heartbeats / (heartbeats + frames);
  const expected = emptyShare(EVENTS_PER_SECOND, INTERVAL_MS);
  return {
    claim: '3: polling keeps asking when nothing happened',
    verdict: Math.abs(share - expected) <= NEAR ? 'true' : share > 0 ? 'partly' : 'false',
    because: `${fixed(share * 100, 0)} % of the answers were empty; the formula says ${fixed(expected * 100, 0)} % in the long run`,
    becauseKo: `응답의 ${fixed(share * 100, 0)} %가 비어 있었음. 공식으로는 길게 보아 ${fixed(expected * 100, 0)} %`,
  };
}

/** Claim 23: nothing but the first contact has headers. */
function perMessage(rows: readonly Row[]): ClaimVerdict {
  const { perUpdate } = find(rows, 'websocket, lean');
  const polled = overhead(find(rows, 'polling, lean'));
  return {
    claim: '23: after the first contact WebSocket sends no headers, so it is cheaper',
    verdict: perUpdate.headers > 0 ? 'false' : overhead({ perUpdate }) < polled ? 'true' : 'partly',
    because: `${fixed(perUpdate.headers, 0)} bytes of HTTP headers and ${fixed(perUpdate.framing)} bytes of framing an update; below it TCP/IP adds 40 bytes and more a segment, which no transport can save`,
    becauseKo: `갱신당 HTTP 헤더 ${fixed(perUpdate.headers, 0)}바이트, 프레이밍 ${fixed(perUpdate.framing)}바이트. 그 아래 TCP/IP가 세그먼트마다 40바이트 이상을 더하며 어떤 전송 방식도 줄이지 못함`,
  };
}
