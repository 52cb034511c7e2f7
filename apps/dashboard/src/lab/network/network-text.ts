import { clearNetwork, most, type Network } from './network';

/** How a clear line through a gateway stands in an address, where nothing means no gateway. */
const CLEAR = 'clear';

/** A network as the address and `npm run lab -- load --network=` spell it: `rtt:100,loss:1,buffering`. */
export function networkText(network: Network): string {
  const { rttMs, jitterMs, loss, kbitPerSecond = 0, idleCutMs = 0 } = network;
  const amounts: readonly Part[] = [
    [`rtt:${rttMs}`, rttMs > 0],
    [`jitter:${jitterMs}`, jitterMs > 0],
    [`loss:${Number((loss * 100).toFixed(3))}`, loss > 0],
    [`kbps:${kbitPerSecond}`, kbitPerSecond > 0],
    [`idle:${idleCutMs / 1_000}`, idleCutMs > 0],
  ];
  const flags: readonly Part[] = [
    ['buffering', network.buffering],
    ['no-upgrade', network.stripUpgrade],
    ['silent', network.silent],
  ];
  const parts = [...amounts, ...flags].flatMap(([part, holds]) => (holds ? [part] : []));
  return parts.join() || CLEAR;
}

type Part = readonly [part: string, holds: boolean];

/** Reads the network of an address; absent: no gateway. What cannot be read of it is left out. */
export function networkIn(text: string | null): Network | undefined {
  if (text === null || text === '') return undefined;
  return text
    .split(',')
    .reduce<Network>((network, part) => ({ ...network, ...changeOf(part) }), clearNetwork);
}

function changeOf(part: string): Partial<Network> {
  const [name = '', value = ''] = part.split(':');
  return changes.get(name)?.(value) ?? {};
}

const changes = new Map<string, (value: string) => Partial<Network>>([
  ['rtt', (value) => ({ rttMs: amount(value, most.rttMs) })],
  ['jitter', (value) => ({ jitterMs: amount(value, most.jitterMs) })],
  ['loss', (value) => ({ loss: amount(value, 100 * most.loss) / 100 })],
  ['kbps', (value) => orNone('kbitPerSecond', amount(value, most.kbitPerSecond))],
  ['idle', (value) => orNone('idleCutMs', 1_000 * amount(value, 3_600))],
  ['buffering', () => ({ buffering: true })],
  ['no-upgrade', () => ({ stripUpgrade: true })],
  ['silent', () => ({ silent: true })],
]);

/** Of what is unlimited when absent, nothing means absent too. */
const orNone = (name: 'kbitPerSecond' | 'idleCutMs', value: number): Partial<Network> =>
  value > 0 ? { [name]: value } : {};

const amount = (text: string, limit: number): number =>
  /^[0-9]+(\.[0-9]+)?$/.test(text) ? Math.min(Number(text), limit) : 0;
