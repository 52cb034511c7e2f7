import type { Status } from '@tickway/client';
import type { TransportName } from '@tickway/protocol';
import type { TransportChoice } from './transport-choice';

/** Since when what, ms. */
export interface Waited {
  readonly choice: TransportChoice;
  readonly chosenMs: number;
  readonly silentMs: number;
}

/**
 * For how long an HTTP transport has been asked for without any answer, ms; else 0. A server that is not there refuses at once;
 * a browser whose connections are all taken lets a request wait without a word.
 */
export function crowdedMs(
  { state, transport, code }: Status,
  { choice, chosenMs, silentMs }: Waited,
): number {
  if (state === 'connecting' && isHttp(transport)) return silentMs;
  // The one before carries on, while the one that was chosen is waited for and after it was given up.
  const unheard = code === undefined || code === 'lost';
  return state === 'live' && isHttp(choice) && choice !== transport && unheard ? chosenMs : 0;
}

const isHttp = (name: TransportName | 'auto') =>
  name === 'streaming' || name === 'long-polling' || name === 'polling';
