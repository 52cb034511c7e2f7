import { readNetwork, type Network } from '@tickway/gateway';
import { FeedError, limits, transportNames, type TransportName } from '@tickway/protocol';
import { Fields } from './fields';

/** Virtual viewers on each transport, one transport after the other. */
export interface LoadRequest {
  readonly kind: 'load';
  readonly transports: 'all' | readonly TransportName[];
  readonly viewers: number;
  /** Each transport. */
  readonly seconds: number;
  /** Updates a second of the lab's own; absent: the server's feeds. */
  readonly rate?: number;
  readonly network?: Network;
  /** Polling: from an answer to the next question, ms. */
  readonly intervalMs?: number;
  /** How frames are written; absent: JSON. */
  readonly codec?: (typeof codecs)[number];
  /** Whether they are deflated. */
  readonly compress?: boolean;
  /** How long the server gathers before it pushes, ms. */
  readonly windowMs?: number;
  /** Whether a poll's connection is kept for the next. */
  readonly keepAlive?: boolean;
}

/** One experiment of the record, again. */
export interface ExperimentRequest {
  readonly kind: 'experiment';
  readonly name: string;
  readonly seed?: number;
  /** In a tenth of the time: for trying out. */
  readonly quick?: boolean;
}

/** Many who all ask, or come back, at once. */
export interface StampedeRequest {
  readonly kind: 'stampede';
  readonly way: (typeof stampedeWays)[number];
  readonly event: (typeof stampedeEvents)[number];
  readonly viewers: number;
  readonly jitterMs: number;
}

/** What the lab is asked to do. */
export type RunRequest = LoadRequest | ExperimentRequest | StampedeRequest;

const codecs = ['json', 'msgpack'] as const;
const stampedeWays = ['long-polling', 'websocket', 'streaming', 'socket.io'] as const;
const stampedeEvents = ['one-event', 'cut'] as const;

/** Less than the command line allows: whoever presses a button has not read how much it is. */
const bounds = {
  viewers: [1, 1_000],
  seconds: [1, 60],
  rate: [1, 5_000],
  intervalMs: [1, 60_000],
  windowMs: [limits.window.least, limits.window.most],
  crowd: [1, 2_000],
  jitterMs: [0, 5_000],
  seed: [0, 0xffff_ffff],
} as const;

/**
 * Reads what is asked for.
 *
 * @throws FeedError `bad_request` for what is no run, or none within bounds
 */
export function readRun(value: unknown, experiments: readonly string[]): RunRequest {
  const kind: unknown =
    typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  switch (kind) {
    case 'load':
      return readLoad(Fields.of(value, loadMembers));
    case 'experiment':
      return readExperiment(Fields.of(value, ['kind', 'name', 'seed', 'quick']), experiments);
    case 'stampede':
      return readStampede(Fields.of(value, ['kind', 'way', 'event', 'viewers', 'jitterMs']));
    default:
      throw new FeedError('bad_request', 'kind is one of load, experiment, stampede');
  }
}

const loadMembers = [
  ...['kind', 'transports', 'viewers', 'seconds', 'rate', 'network', 'intervalMs'],
  ...['codec', 'compress', 'windowMs', 'keepAlive'],
];

const readLoad = (fields: Fields): LoadRequest => ({
  kind: 'load',
  transports: transportsOf(fields.raw('transports')),
  viewers: fields.whole('viewers', bounds.viewers),
  seconds: fields.number('seconds', bounds.seconds),
  ...readPace(fields),
  ...readForm(fields),
  ...(fields.has('network') && { network: readNetwork(fields.raw('network')) }),
});

const readPace = (fields: Fields) => ({
  ...(fields.has('rate') && { rate: fields.whole('rate', bounds.rate) }),
  ...(fields.has('intervalMs') && { intervalMs: fields.whole('intervalMs', bounds.intervalMs) }),
  ...(fields.has('windowMs') && { windowMs: fields.whole('windowMs', bounds.windowMs) }),
});

const readForm = (fields: Fields) => ({
  ...(fields.has('codec') && { codec: fields.oneOf('codec', codecs) }),
  ...(fields.has('compress') && { compress: fields.oneOf('compress', [true, false]) }),
  ...(fields.has('keepAlive') && { keepAlive: fields.oneOf('keepAlive', [true, false]) }),
});

const readExperiment = (fields: Fields, experiments: readonly string[]): ExperimentRequest => ({
  kind: 'experiment',
  name: fields.oneOf('name', experiments),
  ...(fields.has('seed') && { seed: fields.whole('seed', bounds.seed) }),
  ...(fields.has('quick') && { quick: fields.oneOf('quick', [true, false]) }),
});

const readStampede = (fields: Fields): StampedeRequest => ({
  kind: 'stampede',
  way: fields.oneOf('way', stampedeWays),
  event: fields.oneOf('event', stampedeEvents),
  viewers: fields.whole('viewers', bounds.crowd),
  jitterMs: fields.whole('jitterMs', bounds.jitterMs),
});

function transportsOf(value: unknown): LoadRequest['transports'] {
  if (value === 'all') return value;
  const names = transportNames.filter((name) => Array.isArray(value) && value.includes(name));
  if (Array.isArray(value) && value.length > 0 && names.length === value.length) return names;
  throw new FeedError('bad_request', `transports is all, or some of ${transportNames.join(', ')}`);
}
