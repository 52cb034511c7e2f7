import {
  clearNetwork,
  fineClock,
  Gateway,
  parseNetwork,
  parseRoute,
  RoutingGateway,
  seeded,
  type Address,
} from '@tickway/gateway';
import { parseArgs } from 'node:util';
import { systemClock } from '../clock/system-clock';
import { runningTarget } from '../server/target';
import type { CommandRim } from './command-rim';
import { numberWithin } from './number-within';

/** `lab gateway`: a faulty way to a running server, or one address in front of several, until it is stopped. */
export async function gatewayCommand(args: readonly string[], { signal, out }: CommandRim): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: known, strict: true });
  const gateway = await (values.route ? routing(values, values.route) : faulty(values));
  const { host, port } = gateway.address;
  const to = values.route?.map((route) => route.replace('=', ' → ')).join(', ');
  out.write(`http://${host}:${port} ${to === undefined ? `leads to ${values.url}` : `routes ${to}`}\n`);
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  gateway.close();
}

interface Opened {
  readonly address: Address;
  close(): void;
}

interface Values {
  readonly url: string;
  readonly port: string;
  readonly network?: string | undefined;
}

const faulty = ({ url, network }: Values): Promise<Opened> =>
  Gateway.open({
    server: runningTarget(url).address,
    clock: fineClock,
    random: seeded(1, 'gateway'),
    network: network === undefined ? clearNetwork : parseNetwork(network),
  });

function routing({ port, network }: Values, routes: readonly string[]): Promise<Opened> {
  if (network !== undefined) throw new Error('a gateway has routes or a network; put one before the other');
  return RoutingGateway.open({
    routes: routes.map(parseRoute),
    port: numberWithin('--port', port, [0, 65_535]),
    clock: systemClock,
    random: Math.random,
  });
}

const known = {
  url: { type: 'string', default: 'http://127.0.0.1:3000' },
  network: { type: 'string' },
  route: { type: 'string', multiple: true },
  port: { type: 'string', default: '0' },
} as const;
