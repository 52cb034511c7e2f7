import { clearNetwork, formatNetwork } from '@tickway/gateway';
import type { LoadRequest, RunRequest } from './run-request';

/** The arguments of the command line that asks for the same. */
export function argumentsOf(request: RunRequest): readonly string[] {
  switch (request.kind) {
    case 'load':
      return loadArguments(request);
    case 'experiment':
      return [
        ...['claims', `--only=${request.name}`],
        ...option('seed', request.seed),
        ...(request.quick ? ['--quick'] : []),
      ];
    case 'stampede': {
      const { way, event, viewers, jitterMs } = request;
      return ['stampede', `--way=${way}`, `--event=${event}`, `--viewers=${viewers}`, `--jitter=${jitterMs}`];
    }
  }
}

function loadArguments(request: LoadRequest): readonly string[] {
  const { transports, viewers, seconds, network } = request;
  return [
    ...['load', `--transport=${transports === 'all' ? transports : transports.join()}`],
    ...[`--viewers=${viewers}`, `--seconds=${seconds}`],
    ...option('rate', request.rate),
    ...option('interval', request.intervalMs),
    ...option('window', request.windowMs),
    ...option('codec', request.codec),
    ...(request.compress ? ['--compress'] : []),
    ...(request.keepAlive === false ? ['--keep-alive=off'] : []),
    ...option('network', formatNetwork(network ?? clearNetwork) || undefined),
  ];
}

const option = (name: string, value: string | number | undefined): readonly string[] =>
  value === undefined ? [] : [`--${name}=${value}`];
