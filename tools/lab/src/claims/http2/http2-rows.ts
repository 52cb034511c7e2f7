import { combine, shareOf, totalOf, type ByteSplit } from '../../wire/byte-account';
import type { Tally } from '../../ledger/tally';
import type { Group } from '../bench';
import type { Http2Group, Kind } from './http2-group';

/** One transport over one version of HTTP. */
export interface Row {
  readonly label: string;
  readonly kind: Kind;
  readonly version: 'HTTP/1.1' | 'HTTP/2';
  /** Bytes both ways, once a connection left out. */
  readonly perUpdate: ByteSplit;
  /** Heads of the first question and its answer, bytes. */
  readonly first: number;
  /** Of those after it in the mean; absent where there are none. */
  readonly following?: number;
  /** Opened, a viewer. */
  readonly connections: number;
  /** Asked, a viewer. */
  readonly requests: number;
  readonly delivered: number;
  readonly missing: number;
  readonly doubled: number;
  /** Bytes that the sockets counted and no account has. */
  readonly unexplained: number;
}

/** One kind of viewers, both ways. */
export interface Pair {
  readonly kind: Kind;
  readonly old: Group;
  readonly young: Http2Group;
  readonly tally: Tally;
}

/** The bytes of a pair at one moment. */
export interface PairBytes {
  readonly old: ByteSplit;
  readonly young: ByteSplit;
}

/** What besides the payload goes for an update, bytes. */
export const overhead = ({ perUpdate }: Row): number => perUpdate.framing + perUpdate.headers;

export const bytesOf = ({ kind, old, young }: Pair): PairBytes => ({
  old: old.crowd.counts().bytes,
  young: young.split(kind),
});

/** What was measured of a pair since `before`. */
export const rowsOf = (pair: Pair, before: PairBytes): readonly [Row, Row] => [
  oldRow(pair, before.old),
  youngRow(pair, before.young),
];

const isAsking = (kind: Kind) => kind === 'polling' || kind === 'long-polling';

function oldRow({ kind, old: { crowd, tally } }: Pair, before: ByteSplit): Row {
  const { bytes, carried, requests, connections } = crowd.counts();
  const size = crowd.viewers.length;
  // A request over HTTP/1.1 says all of it again, however often it has been said.
  const heads = isAsking(kind) ? bytes.headers / requests : bytes.handshake / size;
  return {
    ...{ label: `${kind}, HTTP/1.1`, kind, version: 'HTTP/1.1' },
    perUpdate: shareOf(combine(bytes, before, -1), tally.delivered),
    first: heads,
    ...(isAsking(kind) && { following: heads }),
    ...{ connections: connections / size, requests: requests / size },
    delivered: tally.delivered,
    missing: crowd.sum(({ ledger }) => ledger.missing),
    doubled: crowd.sum(({ ledger }) => ledger.doubled),
    unexplained: carried - totalOf(bytes),
  };
}

function youngRow({ kind, young, tally }: Pair, before: ByteSplit): Row {
  const bytes = young.split(kind);
  const { first, following } = young.heads;
  const size = young.browsers.length;
  return {
    ...{ label: `${kind}, HTTP/2`, kind, version: 'HTTP/2', first },
    perUpdate: shareOf(combine(bytes, before, -1), tally.delivered),
    ...(isAsking(kind) && { following }),
    connections: young.connections / size,
    requests: young.sum(({ requests }) => requests) / size,
    delivered: tally.delivered,
    missing: young.sum(({ ledgers }) => ledgers.reduce((sum, { missing }) => sum + missing, 0)),
    doubled: young.sum(({ ledgers }) => ledgers.reduce((sum, { doubled }) => sum + doubled, 0)),
    unexplained: young.sum(({ carried }) => carried) - totalOf(bytes),
  };
}
