import { clearNetwork, type Network } from './network';
import { networkBounds } from './read-network';

type Change = (value: string) => Partial<Network>;

const changes = new Map<string, Change>(
  Object.entries<Change>({
    rtt: (value) => ({ rttMs: number(value, networkBounds.rttMs) }),
    jitter: (value) => ({ jitterMs: number(value, networkBounds.jitterMs) }),
    loss: (value) => ({ loss: number(value, networkBounds.loss * 100) / 100 }),
    kbps: (value) => ({ kbitPerSecond: number(value, networkBounds.kbitPerSecond) || 1 }),
    idle: (value) => ({ idleCutMs: number(value, networkBounds.idleCutMs / 1_000) * 1_000 }),
    buffering: flag({ buffering: true }),
    'no-upgrade': flag({ stripUpgrade: true }),
    silent: flag({ silent: true }),
  }),
);

/** What can be said in `--network`. */
export const networkHelp =
  'rtt:<ms>,jitter:<ms>,loss:<percent>,kbps:<kbit/s>,idle:<s>,buffering,no-upgrade,silent';

/**
 * Reads `rtt:100,loss:1`.
 *
 * @throws Error that says which part cannot be read
 */
export function parseNetwork(text: string): Network {
  return text.split(',').reduce<Network>((network, part) => {
    const [name = '', value = ''] = part.trim().split(':');
    const change = changes.get(name);
    if (!change) throw new Error(`no such network setting: ${name} (there are ${networkHelp})`);
    return { ...network, ...change(value) };
  }, clearNetwork);
}

/** The same network as text, as {@link parseNetwork} reads it; empty for a clear line. */
export function formatNetwork(network: Network): string {
  const { rttMs, jitterMs, loss, kbitPerSecond, idleCutMs, buffering, stripUpgrade, silent } = network;
  const parts: readonly (readonly [boolean, string])[] = [
    [rttMs > 0, `rtt:${rttMs}`],
    [jitterMs > 0, `jitter:${jitterMs}`],
    [loss > 0, `loss:${decimal(loss * 100)}`],
    [kbitPerSecond !== undefined, `kbps:${kbitPerSecond ?? ''}`],
    [idleCutMs !== undefined, `idle:${decimal((idleCutMs ?? 0) / 1_000)}`],
    [buffering, 'buffering'],
    [stripUpgrade, 'no-upgrade'],
    [silent, 'silent'],
  ];
  return parts
    .filter(([said]) => said)
    .map(([, text]) => text)
    .join();
}

// 0.07 * 100 is 7.000000000000001 in binary.
const decimal = (value: number) => Number(value.toPrecision(12));

function number(value: string, most: number): number {
  const read = /^[0-9]+(\.[0-9]+)?$/.test(value) ? Number(value) : NaN;
  if (read >= 0 && read <= most) return read;
  throw new Error(`a network setting takes a number of 0 to ${most}, not "${value}"`);
}

function flag(change: Partial<Network>): Change {
  return (value) => {
    if (value === '') return change;
    throw new Error(`this network setting takes no value: ${value}`);
  };
}
