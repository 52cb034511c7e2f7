import { clearNetwork, type Network } from './network';

type Change = (value: string) => Partial<Network>;

const changes = new Map<string, Change>(
  Object.entries<Change>({
    rtt: (value) => ({ rttMs: number(value, 10_000) }),
    jitter: (value) => ({ jitterMs: number(value, 10_000) }),
    loss: (value) => ({ loss: number(value, 50) / 100 }),
    kbps: (value) => ({ kbitPerSecond: number(value, 10_000_000) || 1 }),
    idle: (value) => ({ idleCutMs: number(value, 3_600) * 1_000 }),
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
