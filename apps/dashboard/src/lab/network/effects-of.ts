import type { TransportName } from '@tickway/protocol';
import type { Network } from './network';

/** What a network does to a transport, worst first, with what a sentence about it needs; all times ms. */
export type Effect =
  | { readonly type: 'pulled' }
  | { readonly type: 'silenced' }
  | { readonly type: 'stripped' }
  | { readonly type: 'held'; readonly bytes: number }
  | { readonly type: 'narrow'; readonly bytesPerSecond: number }
  | { readonly type: 'cut'; readonly afterMs: number }
  | { readonly type: 'lossy'; readonly loss: number }
  | { readonly type: 'late'; readonly byMs: number; readonly jitterMs: number }
  | { readonly type: 'beatsIdleCut'; readonly afterMs: number }
  | { readonly type: 'passesProxy' }
  | { readonly type: 'none' };

/** Bytes that the gateway's proxy holds of an answer before it lets go of them. */
const PROXY_BUFFER_BYTES = 8 * 1024;
/** Below this a line carries less than what all lanes want together, kbit/s. */
const NARROW_KBIT = 2_000;
/** The longest silence of each transport on a quiet feed, ms: heartbeats, or the pause before the next question. */
const HEARTBEAT_MS = 15_000;

/** What besides the network decides. */
export interface Asked {
  readonly pulled: boolean;
  readonly longPollWaitMs: number;
  readonly pollingIntervalMs: number;
}

/**
 * What a network does to a transport: what stops it or holds it up, and then nothing else; otherwise what its line does to it, the
 * two things that show most.
 */
export function effectsOf(transport: TransportName, network: Network, asked: Asked): readonly Effect[] {
  if (asked.pulled) return [{ type: 'pulled' }];
  const stopped = proxyEffect(transport, network, asked);
  if (stopped) return [stopped];
  const effects = [rateEffect, idleEffect, delayEffect, lossEffect].flatMap(
    (candidate) => candidate(transport, network, asked) ?? [],
  );
  return effects.length > 0 ? effects.slice(0, 2) : [restOf(network)];
}

type Candidate = (transport: TransportName, network: Network, asked: Asked) => Effect | undefined;

const isSocket = (transport: TransportName) => transport === 'websocket' || transport === 'socket.io';

const proxyEffect: Candidate = (transport, { stripUpgrade, silent, buffering }) => {
  if (isSocket(transport) && stripUpgrade) return { type: 'stripped' };
  if (isSocket(transport) && silent) return { type: 'silenced' };
  return transport === 'streaming' && buffering ? { type: 'held', bytes: PROXY_BUFFER_BYTES } : undefined;
};

const rateEffect: Candidate = (_, { kbitPerSecond }) =>
  kbitPerSecond !== undefined && kbitPerSecond < NARROW_KBIT
    ? { type: 'narrow', bytesPerSecond: (kbitPerSecond * 1_000) / 8 }
    : undefined;

const idleEffect: Candidate = (transport, { idleCutMs }, asked) =>
  idleCutMs !== undefined && idleCutMs <= longestSilence(transport, asked)
    ? { type: 'cut', afterMs: idleCutMs }
    : undefined;

const lossEffect: Candidate = (_, { loss }) => (loss > 0 ? { type: 'lossy', loss } : undefined);

const delayEffect: Candidate = (transport, { rttMs, jitterMs }) =>
  rttMs + jitterMs > 0 ? { type: 'late', byMs: latenessOf(transport, rttMs), jitterMs } : undefined;

/** What does not show, and why. */
function restOf({ idleCutMs, buffering, stripUpgrade, silent }: Network): Effect {
  if (idleCutMs !== undefined) return { type: 'beatsIdleCut', afterMs: idleCutMs };
  return buffering || stripUpgrade || silent ? { type: 'passesProxy' } : { type: 'none' };
}

function longestSilence(transport: TransportName, { longPollWaitMs, pollingIntervalMs }: Asked): number {
  switch (transport) {
    case 'long-polling':
      return longPollWaitMs;
    case 'polling':
      return pollingIntervalMs;
    default:
      return HEARTBEAT_MS;
  }
}

/**
 * By how much the mean delay grows, ms, while updates come often: a push needs one transit more; an update that just missed a long poll
 * also waits for the next question, one to three transits; a poll's cycle grows by two transits, of which half counts, and one more.
 */
function latenessOf(transport: TransportName, rttMs: number): number {
  const transit = rttMs / 2;
  return transport === 'long-polling' || transport === 'polling' ? 2 * transit : transit;
}
