import type { Agent } from 'node:http';
import type { Clock } from '../clock/clock';
import type { Routes } from './routes';

/** What all that passes a routing gateway has in common. */
export interface RouteRim {
  readonly routes: Routes;
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** How long a server may say nothing before it counts as lost, ms: two of its heartbeats and some. */
  readonly silenceMs: number;
  /** Keeps connections to the servers for the next request. */
  readonly agent: Agent;
}
