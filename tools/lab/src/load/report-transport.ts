import type { TransportName } from '@tickway/protocol';
import { performance } from 'node:perf_hooks';
import type { Tally } from '../ledger/tally';
import type { Stats } from '@tickway/report';
import { combine, shareOf, totalOf } from '../wire/byte-account';
import type { Crowd } from './crowd';
import type { TransportReport } from './load-report';
import type { Idle, Readings } from './measure-transport';

/** Makes the report of one transport from what was counted. */
export function reportTransport(crowd: Crowd, tally: Tally, readings: Readings): TransportReport {
  return {
    ...content(crowd, tally),
    ...wire(crowd, tally, readings),
    ...server(crowd, tally, readings),
    ...trust(crowd, readings),
  };
}

function content(crowd: Crowd, tally: Tally) {
  return {
    viewers: crowd.viewers.length,
    delivered: tally.delivered,
    missing: crowd.sum(({ ledger }) => ledger.missing),
    doubled: crowd.sum(({ ledger }) => ledger.doubled),
    latencyMs: tally.latency.spread() ?? null,
    ageMs: tally.age.spread()?.mean ?? null,
    merged: tally.merged,
    frames: tally.frames,
    heartbeats: tally.heartbeats,
    gaps: crowd.sum(({ ledger }) => ledger.gaps),
    negativeLatencies: tally.latency.negative,
  };
}

function wire(crowd: Crowd, { delivered }: Tally, { begin, end }: Readings) {
  const bytes = combine(end.counts.bytes, begin.counts.bytes, -1);
  const seconds = (end.at - begin.at) / 1_000;
  const overhead = bytes.framing + bytes.headers;
  return {
    bytes,
    seconds,
    bytesPerUpdate:
      delivered === 0 ? null : { payload: bytes.payload / delivered, overhead: overhead / delivered },
    requestsPerSecond: (end.counts.requests - begin.counts.requests) / seconds,
    bytesToStartPerViewer: shareOf(begin.counts.bytes, crowd.viewers.length),
    bytesUnexplained: end.counts.carried - totalOf(end.counts.bytes),
    serverBytes: serverBytes(end.stats) - serverBytes(begin.stats),
  };
}

function server({ viewers }: Crowd, { delivered }: Tally, { idle, begin, end }: Readings) {
  const idleShare = idle.reduce((sum, one) => sum + busyShare(one), 0) / idle.length;
  const serverCpuMs = end.stats.cpuMs - begin.stats.cpuMs;
  const own = serverCpuMs - idleShare * (end.stats.now - begin.stats.now);
  return {
    serverCpuMs,
    idleServerCpuMsPerSecond: idleShare * 1_000,
    serverCpuUsPerUpdate: delivered === 0 ? null : (own * 1_000) / delivered,
    bytesOfMemoryPerViewer: (end.stats.rssBytes - idle[0][1].rssBytes) / viewers.length,
    serverLoopDelayMs: end.stats.loopDelayMs,
  };
}

const busyShare = ([begin, end]: Idle) => (end.cpuMs - begin.cpuMs) / (end.now - begin.now);

function trust(crowd: Crowd, { begin, end }: Readings) {
  const started = crowd.viewers.filter(({ ledger }) => ledger.complete).length;
  return {
    generatorBusy: performance.eventLoopUtilization(end.loop, begin.loop).utilization,
    losses: crowd.sum(({ losses }) => losses),
    faults: [
      ...new Set(crowd.viewers.flatMap(({ fault, ledger }) => [...(fault ? [fault] : []), ...ledger.errors])),
    ],
    silentViewers: crowd.viewers.length - started,
    connections: end.counts.connections,
  };
}

function serverBytes({ transports }: Stats): number {
  const all: TransportName[] = [...transports.keys()];
  return all.reduce((sum, name) => {
    const { bytesRead = 0, bytesWritten = 0 } = transports.get(name) ?? {};
    return sum + bytesRead + bytesWritten;
  }, 0);
}
