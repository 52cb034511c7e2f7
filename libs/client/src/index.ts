export { connect, type ConnectOptions } from './connect';
export type { Connection } from './connection';
export type { Counts } from './counts';
export { keyedState, type Held, type KeyedState } from './keyed-state';
export type { Meter, MeterSnapshot } from './meter';
export type { Percentiles } from './percentiles';
export type { Status } from './status';
export type { Transport, Wish } from './transport';
