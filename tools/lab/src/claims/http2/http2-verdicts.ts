import type { ClaimVerdict } from '../experiment';
import { fixed } from '../ratio';
import type { Kind } from './http2-group';
import { overhead, type Row } from './http2-rows';

/** What was measured of the one page. */
export interface PageFigures {
  readonly connections: number;
  /** Streams, sockets, polls and POSTs that went over them. */
  readonly requests: number;
  readonly viewers: number;
  /** Tabs' streams, and those that got every update. */
  readonly tabs: number;
  readonly wholeTabs: number;
  readonly said: number;
  readonly heard: number;
  /** From saying to hearing, ms in the mean. */
  readonly heardAfterMs: number;
  readonly missing: number;
  readonly doubled: number;
}

/** All that was measured. */
export interface Http2Measured {
  readonly rows: readonly Row[];
  /** Updates, times the viewers of a row. */
  readonly expected: number;
  readonly page: PageFigures;
  /** With which WebSockets were opened over HTTP/2. */
  readonly statuses: readonly number[];
}

/** What the measurement says of the claims. */
export const http2Verdicts = (measured: Http2Measured): readonly ClaimVerdict[] => [
  headersVerdict(measured),
  duplexVerdict(measured),
  insideVerdict(measured),
  lineVerdict(measured),
  handshakeVerdict(measured),
  tabsVerdict(measured),
];

function find({ rows }: Http2Measured, kind: Kind, version: Row['version']): Row {
  const row = rows.find((one) => one.kind === kind && one.version === version);
  if (row) return row;
  throw new Error(`no row of ${kind} over ${version}`);
}

const isWhole = ({ delivered, missing, doubled }: Row, expected: number): boolean =>
  delivered === expected && missing + doubled === 0;

function headersVerdict(measured: Http2Measured): ClaimVerdict {
  const [old, young] = [find(measured, 'polling', 'HTTP/1.1'), find(measured, 'polling', 'HTTP/2')];
  const [again, before] = [young.following ?? NaN, old.following ?? NaN];
  const [stream, socket] = [find(measured, 'streaming', 'HTTP/2'), find(measured, 'websocket', 'HTTP/2')];
  const [each, first, following, streamed, framed] = [
    before,
    young.first,
    again,
    overhead(stream),
    overhead(socket),
  ].map((bytes) => fixed(bytes, 0));
  return {
    claim: '2: HTTP’s headers are heavy and come again with each request',
    verdict: again < before / 2 ? 'partly' : 'true',
    because:
      `polled with a browser’s headers over HTTP/1.1, the heads of each question and answer take ${each} bytes; over HTTP/2 the first take ${first} and each following ${following}, ` +
      `since what was said before is an index (HPACK); a stream over HTTP/2 takes ${streamed} bytes besides the payload an update, a WebSocket over HTTP/2 ${framed}`,
    becauseKo:
      `브라우저 헤더로 HTTP/1.1 폴링을 하면 질문과 응답의 헤더가 매번 ${each}바이트. HTTP/2에서는 처음 ${first}바이트, 그다음부터 ${following}바이트: ` +
      `이미 말한 것은 색인으로 대신함(HPACK). HTTP/2 스트리밍은 갱신당 본문 외 ${streamed}바이트, HTTP/2 WebSocket은 ${framed}바이트`,
  };
}

function duplexVerdict({ page }: Http2Measured): ClaimVerdict {
  const { connections, tabs, wholeTabs, said, heard } = page;
  const holds = connections === 1 && heard === said && said > 0 && wholeTabs === tabs;
  const after = fixed(page.heardAfterMs);
  return {
    claim: '11: a stream is no alternative, as one TCP port cannot read and write at once',
    verdict: holds ? 'false' : 'not settled',
    because: `over one HTTP/2 connection ${said} POSTs went up while ${tabs} streams came down, ${wholeTabs} of them whole; ${heard} came back on a stream of the same connection after ${after} ms in the mean: the limit was HTTP/1.1’s, not TCP’s`,
    becauseKo: `HTTP/2 연결 하나로 스트림 ${tabs}개가 내려오는 동안(빠짐없이 ${wholeTabs}개) POST ${said}건이 올라갔고, 그중 ${heard}건이 같은 연결의 스트림으로 평균 ${after} ms 만에 되돌아옴. 한계는 TCP가 아니라 HTTP/1.1의 것`,
  };
}

function insideVerdict(measured: Http2Measured): ClaimVerdict {
  const [old, young] = [find(measured, 'websocket', 'HTTP/1.1'), find(measured, 'websocket', 'HTTP/2')];
  const { delivered } = young;
  const [before, now] = [old, young].map((row) => fixed(overhead(row)));
  return {
    claim: '17: WebSocket is built on HTTP, to mend its shortcomings',
    verdict: isWhole(young, measured.expected) ? 'partly' : 'not settled',
    because: `over HTTP/1.1 only its handshake is HTTP; over HTTP/2 it is a stream of the connection all along (RFC 8441): ${delivered} of ${measured.expected} updates, at ${now} bytes of framing each where it is ${before} over HTTP/1.1, since a DATA frame’s head of 9 bytes stands before each WebSocket frame, pings and heartbeats too`,
    becauseKo: `HTTP/1.1에서는 핸드셰이크만 HTTP. HTTP/2에서는 끝까지 그 연결의 한 스트림(RFC 8441): 갱신 ${measured.expected}건 중 ${delivered}건, 프레이밍은 HTTP/1.1의 ${before}바이트 대신 ${now}바이트. 핑과 하트비트까지 모든 WebSocket 프레임 앞에 DATA 프레임의 머리 9바이트가 붙기 때문`,
  };
}

function lineVerdict(measured: Http2Measured): ClaimVerdict {
  const { page, expected } = measured;
  const [socket, poll] = [find(measured, 'websocket', 'HTTP/1.1'), find(measured, 'polling', 'HTTP/2')];
  const [opened, asked] = [socket.connections, poll.connections].map((count) => fixed(count, 0));
  const isLine = isWhole(socket, expected) && socket.connections === 1;
  return {
    claim: '22: one line is used throughout, which saves setting up HTTP and TCP connections',
    verdict: isLine ? 'true' : 'partly',
    because: `a WebSocket’s viewer opened ${opened} connection for ${fixed(socket.requests, 0)} request; over HTTP/2 it is not alone in that: a viewer that polled ${fixed(poll.requests, 0)} times opened ${asked} too, and a page’s ${page.viewers} viewers by all transports with their ${page.requests} requests ${page.connections} together`,
    becauseKo: `WebSocket 접속자 하나가 연결 ${opened}개에 요청 ${fixed(socket.requests, 0)}번. HTTP/2에서는 WebSocket만 그런 것이 아님: ${fixed(poll.requests, 0)}번 폴링한 접속자도 연결 ${asked}개, 모든 전송 방식을 쓴 한 페이지의 구독 ${page.viewers}개와 요청 ${page.requests}번이 모두 합쳐 ${page.connections}개`,
  };
}

function handshakeVerdict(measured: Http2Measured): ClaimVerdict {
  const { statuses, expected } = measured;
  const [old, young] = [find(measured, 'websocket', 'HTTP/1.1'), find(measured, 'websocket', 'HTTP/2')];
  const both = isWhole(old, expected) && isWhole(young, expected) && statuses.join() === '200';
  const [before, now] = [old, young].map(({ first }) => fixed(first, 0));
  return {
    claim: '27, 28, 29: a WebSocket begins with Upgrade and 101, and is no longer HTTP then',
    verdict: both ? 'partly' : 'not settled',
    because: `over HTTP/1.1 a GET with Upgrade is answered by 101 (${before} bytes); over HTTP/2 a CONNECT with :protocol, without Upgrade and key, was answered by ${statuses.join(', ')} (${now} bytes), and the frames went in DATA frames of a connection that stayed HTTP`,
    becauseKo: `HTTP/1.1에서는 Upgrade를 붙인 GET에 101(${before}바이트). HTTP/2에서는 Upgrade와 키 없이 :protocol을 붙인 CONNECT에 ${statuses.join(', ')}(${now}바이트)로 답했고, 프레임은 여전히 HTTP인 연결의 DATA 프레임으로 오감`,
  };
}

function tabsVerdict({ page }: Http2Measured): ClaimVerdict {
  const { tabs, wholeTabs, connections, missing, doubled } = page;
  return {
    claim: 'ours: over HTTP/2 the seventh stream of one browser is live as the first',
    verdict: wholeTabs === tabs && connections === 1 && missing + doubled === 0 ? 'true' : 'false',
    because: `${wholeTabs} of ${tabs} streams got every update over ${connections} connection, ${missing} missing, ${doubled} doubled; over HTTP/1.1 a browser opens six connections to one address`,
    becauseKo: `스트림 ${tabs}개 중 ${wholeTabs}개가 연결 ${connections}개로 모든 갱신을 받음. 누락 ${missing}, 중복 ${doubled}. HTTP/1.1에서 브라우저는 한 주소에 연결을 여섯 개까지 엶`,
  };
}
