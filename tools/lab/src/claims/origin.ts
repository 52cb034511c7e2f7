import type { Address } from '@tickway/gateway';
import { request, type IncomingMessage } from 'node:http';
import { quietFeeds } from '../server/quiet-feeds';
import { Bench } from './bench';
import type { ClaimVerdict, Experiment, ExperimentRim, Finding } from './experiment';

const LISTED = 'https://listed.example';
const FOREIGN = 'https://foreign.example';
const PATIENCE_MS = 5_000;

/** One thing a page of some origin makes its browser ask. */
interface Question {
  readonly label: string;
  readonly method: 'GET' | 'OPTIONS';
  readonly path: string;
  readonly upgrade: boolean;
}

/** What came back. */
interface Answer {
  readonly status: number;
  /** `Access-Control-Allow-Origin`: without it a browser keeps the answer from a page of another origin. */
  readonly readableBy: string;
}

interface Row extends Question, Answer {
  readonly origin: string;
}

const questions: readonly Question[] = [
  { label: 'poll', method: 'GET', path: '/feed/polling?topic=quotes', upgrade: false },
  { label: 'preflight of a poll', method: 'OPTIONS', path: '/feed/polling?topic=quotes', upgrade: false },
  { label: 'WebSocket', method: 'GET', path: '/feed/websocket?topic=quotes', upgrade: true },
  {
    label: 'Socket.IO',
    method: 'GET',
    path: '/feed/socket.io/?EIO=4&transport=websocket',
    upgrade: true,
  },
];

/** E-ORIGIN: what stands between a page of another origin and a feed. */
export const origin: Experiment = {
  name: 'origin',
  title: 'E-ORIGIN: a page of another origin',
  claims: ['25'],
  prediction:
    'For fetch the browser keeps an answer from a page of another origin unless the server says otherwise, and asks first before anything unusual. A WebSocket’s handshake is neither held back nor asked for first (RFC 6455 section 10.2): ' +
    'cookies go with it, and only the server’s own look at Origin stands between.',
  method:
    'The requests that a browser makes for a page of the server’s own, of a listed and of a foreign origin, said by hand: a poll, its preflight, and the handshakes of WebSocket and Socket.IO, to a server that lists one other origin for its sockets. What a ' +
    'browser makes of an answer without Access-Control-Allow-Origin is the Fetch standard’s, and not tried here.',
  run: (rim) =>
    Bench.with(rim, { feeds: { ...quietFeeds, TICKWAY_ORIGINS: LISTED } }, (bench) => measure(bench, rim)),
};

async function measure(bench: Bench, { scale }: ExperimentRim): Promise<Finding> {
  const { address } = bench.server.target;
  const own = `http://${address.host}:${address.port}`;
  const rows: Row[] = [];
  for (const from of [own, LISTED, FOREIGN])
    for (const question of questions)
      rows.push({
        origin: from === own ? 'its own' : from,
        ...question,
        ...(await ask(address, from, question)),
      });
  return {
    verdicts: [carriesOver(rows)],
    tables: [
      {
        title: 'What the server answers',
        head: ['origin of the page', 'what is asked', 'status', 'readable by'],
        rows: rows.map((row) => [row.origin, row.label, String(row.status), row.readableBy]),
      },
    ],
    plots: [],
    raw: { scale, rows },
  };
}

const handshake = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

function ask({ host, port }: Address, from: string, question: Question): Promise<Answer> {
  const { method, path, upgrade } = question;
  const preflight = method === 'OPTIONS' ? { 'Access-Control-Request-Method': 'GET' } : {};
  const headers = { Origin: from, ...preflight, ...(upgrade ? handshake : {}) };
  return new Promise((resolve, reject) => {
    const asked = request({ host, port, path, method, headers, timeout: PATIENCE_MS, agent: false });
    const answered = (answer: IncomingMessage) => {
      const allowed = answer.headers['access-control-allow-origin'] ?? 'its own origin';
      resolve({
        status: answer.statusCode ?? 0,
        readableBy: answer.statusCode === 101 ? 'whoever opened it' : allowed,
      });
      asked.destroy();
    };
    asked.on('response', answered).on('upgrade', answered).on('error', reject);
    asked.on('timeout', () => asked.destroy(new Error(`no answer to ${path}`)));
    asked.end();
  });
}

function carriesOver(rows: readonly Row[]): ClaimVerdict {
  const of = (from: string, label: string) => rows.find((row) => row.origin === from && row.label === label);
  const [poll, socket, listed] = [of(FOREIGN, 'poll'), of(FOREIGN, 'WebSocket'), of(LISTED, 'WebSocket')];
  const kept = poll?.status === 200 && poll.readableBy === 'its own origin';
  const checked = socket?.status === 403 && listed?.status === 101;
  const [http, refused, opened] = [poll, socket, listed].map((row) => row?.status ?? 0);
  return {
    claim: '25: CORS and authentication carry over to WebSocket unchanged',
    verdict: kept && checked ? 'false' : 'not settled',
    because: `a poll of a foreign page is answered (${http}) and kept from it by the browser alone; a WebSocket of that page is refused (${refused}) only because this server looks at Origin: where the origin is listed it opens (${opened}), with no preflight and nothing that a browser would hold back`,
    becauseKo: `다른 출처 페이지의 폴링에는 서버가 답하고(${http}) 브라우저만이 그것을 페이지에 넘기지 않음. 그 페이지의 웹소켓은 이 서버가 Origin을 살피기 때문에만 거절됨(${refused}). 허용 목록에 있는 출처에는 사전 요청도 없이 열림(${opened})`,
  };
}
