import { autoSwitch } from '../auto/auto-switch';
import type { AutoState } from '../auto/step';
import { connect } from '../connect';
import type { Counts } from '../counts';
import type { TransportName } from '@tickway/protocol';
import { quotes } from './frames';
import type { World } from './world';

/** A connection in auto mode in a world; both begin at once. */
export async function startAuto(
  world: World,
  { random = () => 0.5, transport = 'websocket' }: { random?: () => number; transport?: TransportName } = {},
) {
  // The clock questions are answered by nobody.
  globalThis.fetch = () => new Promise(() => undefined);
  const { scheduler, transports } = world;
  const connection = connect({
    url: 'http://127.0.0.1:1',
    transport,
    subscriptions: [{ topic: quotes }],
    ...{ scheduler, transports, random },
  });
  // Loaded before, so that it begins within a few turns of the queue.
  await import('../auto/pilot');
  const auto = autoSwitch(connection, { scheduler, random });
  let state: AutoState | undefined;
  let counts: Counts | undefined;
  let over = false;
  auto.state.subscribe({ next: (present) => (state = present), complete: () => (over = true) });
  await new Promise((resolve) => setImmediate(resolve));
  connection.counts.subscribe((present) => (counts = present));
  return {
    connection,
    auto,
    state: () => state,
    counts: () => counts,
    over: () => over,
    /** The steps as `websocket→streaming: silent`. */
    steps: () => state?.steps.map(({ from, to, reason }) => `${from}→${to}: ${reason.type}`),
  };
}
