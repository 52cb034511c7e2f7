import { parseNetwork } from '@tickway/gateway';
import { isTransportName, parseTopic, transportNames, type TransportName } from '@tickway/protocol';
import { parseArgs } from 'node:util';
import { bounds, type LoadOptions } from '../load/load-options';
import { isLoopback } from '../server/target';
import { LAB_TOPIC } from '../source/outside-source';
import { numberWithin } from './number-within';

/** A load run, and what becomes of its report. */
export interface LoadCommand {
  readonly options: LoadOptions;
  readonly json: boolean;
  /** Where the report is written to. */
  readonly files: { readonly json: string | undefined; readonly html: string | undefined };
  /** How progress is told: `bar` or `json`. */
  readonly progress: string;
}

/**
 * Reads the arguments of `lab load`.
 *
 * @throws Error that says what is wrong with them
 */
export function parseLoad(args: readonly string[]): LoadCommand {
  const { values } = parseArgs({ args: [...args], options: known, strict: true });
  const { url, network, rate, pull } = values;
  if (url !== undefined && rate !== undefined)
    throw new Error('--rate needs a server of our own: leave out --url');
  refuseForeign(url, values['i-own-this-server']);
  return {
    ...{ json: values.json, progress: values.progress },
    files: { json: values.out, html: values.html },
    options: {
      transports: parseTransports(values.transport),
      viewers: numberWithin('--viewers', values.viewers, [1, bounds.viewers]),
      seconds: numberWithin('--seconds', values.seconds, [1, bounds.seconds]),
      rampSeconds: numberWithin('--ramp', values.ramp, [0, bounds.rampSeconds]),
      intervalMs: numberWithin('--interval', values.interval, [1, bounds.intervalMs]),
      seed: numberWithin('--seed', values.seed, [0, 0xffff_ffff]),
      topics: topicsOf(values.topics, rate),
      ...parseForm(values),
      ...(rate !== undefined && { rate: numberWithin('--rate', rate, [1, bounds.rate]) }),
      ...(pull !== undefined && { pullSeconds: numberWithin('--pull', pull, [1, bounds.pullSeconds]) }),
      ...(network !== undefined && { network: parseNetwork(network) }),
      ...(url !== undefined && { url }),
    },
  };
}

const known = {
  transport: { type: 'string', default: 'all' },
  viewers: { type: 'string', default: '200' },
  seconds: { type: 'string', default: '10' },
  ramp: { type: 'string', default: '2' },
  interval: { type: 'string', default: '1000' },
  topics: { type: 'string', default: 'quotes,positions,trades' },
  codec: { type: 'string', default: 'json' },
  compress: { type: 'boolean', default: false },
  window: { type: 'string' },
  'keep-alive': { type: 'string', default: 'on' },
  rate: { type: 'string' },
  seed: { type: 'string', default: '1' },
  network: { type: 'string' },
  pull: { type: 'string' },
  url: { type: 'string' },
  out: { type: 'string' },
  html: { type: 'string' },
  json: { type: 'boolean', default: false },
  progress: { type: 'string', default: 'bar' },
  'i-own-this-server': { type: 'boolean', default: false },
} as const;

interface FormValues {
  readonly codec: string;
  readonly compress: boolean;
  readonly window?: string | undefined;
  readonly 'keep-alive': string;
}

/** What differs from plain JSON, at once, over kept connections. */
function parseForm(values: FormValues): Pick<LoadOptions, 'form' | 'windowMs' | 'keepAlive'> {
  const { compress, window } = values;
  const codec = oneOf('--codec', values.codec, ['json', 'msgpack'] as const);
  const keepAlive = oneOf('--keep-alive', values['keep-alive'], ['on', 'off'] as const);
  return {
    ...((codec !== 'json' || compress) && { form: { codec, compress } }),
    ...(window !== undefined && { windowMs: numberWithin('--window', window, [0, bounds.windowMs]) }),
    ...(keepAlive === 'off' && { keepAlive: false }),
  };
}

function oneOf<Value extends string>(name: string, value: string, all: readonly Value[]): Value {
  const found = all.find((one) => one === value);
  if (found !== undefined) return found;
  throw new Error(`${name} is ${all.join(' or ')}`);
}

const topicsOf = (topics: string, rate: string | undefined) =>
  (rate === undefined ? topics : LAB_TOPIC).split(',').map(parseTopic);

function parseTransports(text: string): readonly TransportName[] {
  if (text === 'all') return transportNames;
  return text.split(',').map((name) => {
    if (isTransportName(name)) return name;
    throw new Error(`no such transport: ${name} (there are ${transportNames.join(', ')})`);
  });
}

function refuseForeign(url: string | undefined, owned: boolean): void {
  if (url === undefined) return;
  if (!URL.canParse(url)) throw new Error(`--url is not an address: ${url}`);
  const { hostname } = new URL(url);
  if (isLoopback(hostname.replace(/^\[|\]$/g, '')) || owned) return;
  throw new Error(
    `${hostname} is not this machine: load only what is yours, and say so with --i-own-this-server`,
  );
}
