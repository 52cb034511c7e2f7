import { clearNetwork, fineClock, Gateway, parseNetwork, seeded } from '@tickway/gateway';
import { parseArgs } from 'node:util';
import { runningTarget } from '../server/target';
import type { CommandRim } from './command-rim';

/** `lab gateway`: a faulty way to a running server, until it is stopped. */
export async function gatewayCommand(args: readonly string[], { signal, out }: CommandRim): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: known, strict: true });
  const gateway = await Gateway.open({
    server: runningTarget(values.url).address,
    clock: fineClock,
    random: seeded(1, 'gateway'),
    network: values.network === undefined ? clearNetwork : parseNetwork(values.network),
  });
  const { host, port } = gateway.address;
  out.write(`http://${host}:${port} leads to ${values.url}\n`);
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  gateway.close();
}

const known = {
  url: { type: 'string', default: 'http://127.0.0.1:3000' },
  network: { type: 'string' },
} as const;
