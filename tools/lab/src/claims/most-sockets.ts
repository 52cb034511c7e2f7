import { readFile } from 'node:fs/promises';

/** Where nobody tells: what systems allow a process unasked. */
const USUAL_FILES = 1_024;
/** What a process has open beside its viewers' sockets: files, listeners, its source's requests. */
const OTHER_FILES = 500;
/** To one address and port there are as many connections as local ports; some wait for the end of former ones. */
const PORTS_SPARED = 4_000;

/** How many sockets to one server a process of this machine can hold; the server it starts has the same limits. */
export async function mostSockets(): Promise<number> {
  const [limits, range] = await Promise.all(
    ['/proc/self/limits', '/proc/sys/net/ipv4/ip_local_port_range'].map(textOf),
  );
  const files = Number(/^Max open files +([0-9]+)/m.exec(limits ?? '')?.[1] ?? USUAL_FILES);
  const [from = 0, to = 0] = (range ?? '').split(/\s+/).map(Number);
  const ports = to > from ? to - from - PORTS_SPARED : Infinity;
  return Math.min(files - OTHER_FILES, ports);
}

const textOf = (file: string) => readFile(file, 'utf8').catch(() => '');
