import {
  clearNetwork,
  fineClock,
  Gateway,
  Http2Entrance,
  parseNetwork,
  parseRoute,
  RoutingGateway,
  seeded,
  type Address,
} from '@tickway/gateway';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { systemClock } from '../clock/system-clock';
import { runningTarget } from '../server/target';
import type { CommandRim } from './command-rim';
import { numberWithin } from './number-within';

/** `lab gateway`: a faulty way to a running server, one by HTTP/2, or one address in front of several, until it is stopped. */
export async function gatewayCommand(args: readonly string[], { signal, out }: CommandRim): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: known, strict: true });
  const gateway = await open(values);
  const { host, port } = gateway.address;
  const to = values.route?.map((route) => route.replace('=', ' → ')).join(', ');
  const scheme = values.certificate === undefined ? 'http' : 'https';
  out.write(`${scheme}://${host}:${port} ${to === undefined ? `leads to ${values.url}` : `routes ${to}`}\n`);
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  gateway.close();
}

interface Opened {
  readonly address: Address;
  close(): void;
}

function open(values: Values): Promise<Opened> {
  const { network, route, http2 } = values;
  if ([network, route, http2].filter((one) => one !== undefined).length > 1)
    throw new Error('a gateway has a network, routes or HTTP/2; put one before the other');
  if (values.certificate !== undefined && !http2) throw new Error('a certificate is for --http2');
  if (route) return routing(values, route);
  return http2 ? overHttp2(values) : faulty(values);
}

interface Values {
  readonly url: string;
  readonly port: string;
  readonly network?: string | undefined;
  readonly route?: readonly string[] | undefined;
  readonly http2?: boolean | undefined;
  readonly certificate?: string | undefined;
}

const faulty = ({ url, network }: Values): Promise<Opened> =>
  Gateway.open({
    server: runningTarget(url).address,
    clock: fineClock,
    random: seeded(1, 'gateway'),
    network: network === undefined ? clearNetwork : parseNetwork(network),
  });

async function overHttp2({ url, port, certificate }: Values): Promise<Opened> {
  const pem = certificate === undefined ? undefined : await readFile(certificate, 'utf8');
  return Http2Entrance.open({
    server: runningTarget(url).address,
    port: numberWithin('--port', port, ports),
    ...(pem !== undefined && { certificate: { cert: pem, key: pem } }),
  });
}

function routing({ port }: Values, routes: readonly string[]): Promise<Opened> {
  return RoutingGateway.open({
    routes: routes.map(parseRoute),
    port: numberWithin('--port', port, ports),
    clock: systemClock,
    random: Math.random,
  });
}

const ports = [0, 65_535] as const;

const known = {
  url: { type: 'string', default: 'http://127.0.0.1:3000' },
  network: { type: 'string' },
  route: { type: 'string', multiple: true },
  http2: { type: 'boolean' },
  certificate: { type: 'string' },
  port: { type: 'string', default: '0' },
} as const;
