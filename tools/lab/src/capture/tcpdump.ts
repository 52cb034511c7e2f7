import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Flows, type Flow } from './flows';
import { Pcap } from './pcap';

/** A capture that runs. */
export interface Capture {
  /** Ends it; the TCP connections that began while it ran. */
  stop(): Promise<readonly Flow[]>;
}

/** Enough of each packet for the heads and a request's first line, bytes. */
const SNAP_BYTES = 200;

/**
 * Captures what goes to and from a port of this machine.
 *
 * @returns why not, where there is no tcpdump or it may not capture
 */
export async function capture(port: number): Promise<Capture | string> {
  const filter = ['tcp', 'and', 'port', String(port)];
  const child = spawn('tcpdump', ['-i', 'lo', '-n', '-U', '-s', String(SNAP_BYTES), '-w', '-', ...filter], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const flows = new Flows(port);
  const pcap = new Pcap(flows.add);
  child.stdout.on('data', (chunk: Buffer) => pcap.add(chunk));
  let said = '';
  const listening = new Promise<true>((resolve) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('listening on')) resolve(true);
    });
  });
  const ended = once(child, 'close').then(
    () => said.trim().split('\n').at(-1) ?? 'it ended',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const begun = await Promise.race([listening, ended]);
  if (begun !== true) return `tcpdump: ${begun}`;
  return {
    stop: async () => {
      child.kill('SIGINT');
      await ended;
      return flows.all;
    },
  };
}
