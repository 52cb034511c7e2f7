import type { TransportName } from '@tickway/protocol';

/** All transports from the one that is best where it works to the one that works nearly everywhere. */
const order: readonly TransportName[] = ['websocket', 'socket.io', 'streaming', 'long-polling', 'polling'];

/** The first rung of the ladder: where auto mode begins. */
export const BEST: TransportName = 'websocket';

/** Socket.IO needs of the network what WebSocket needs, so where one is refused the other is not worth a try. */
const isRung = (name: TransportName) => name !== 'socket.io';

/** The rungs better than `name`, best first. */
export const above = (name: TransportName): readonly TransportName[] =>
  order.slice(0, order.indexOf(name)).filter(isRung);

/** The next worse rung; undefined at the end of the ladder. */
export const below = (name: TransportName): TransportName | undefined =>
  order.slice(order.indexOf(name) + 1).find(isRung);

/** Whether the server says something on it at least each heartbeat, so that silence is a sign. */
export const isPushed = (name: TransportName): boolean => order.indexOf(name) < order.indexOf('long-polling');
