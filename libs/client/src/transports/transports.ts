import type { TransportName } from '@tickway/protocol';
import type { SchedulerLike } from 'rxjs';
import type { Transport } from '../transport';
import { longPolling } from './long-polling';
import type { PaceOptions, TransportOptions } from './options';
import { polling } from './polling';
import { socketIo } from './socket.io';
import { streaming } from './streaming';
import { websocket } from './websocket';

/** The five transports by name. */
export function transports(
  options: TransportOptions & PaceOptions,
  scheduler?: SchedulerLike,
): (name: TransportName) => Transport {
  const makers: Readonly<Record<TransportName, () => Transport>> = {
    'socket.io': () => socketIo(options),
    websocket: () => websocket(options),
    streaming: () => streaming(options),
    'long-polling': () => longPolling(options, scheduler),
    polling: () => polling(options, scheduler),
  };
  return (name) => makers[name]();
}
