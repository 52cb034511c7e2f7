import { readFile } from 'node:fs/promises';

const PAGE_BYTES = 4_096;
const KB = 1_024;

/** What the kernel of this machine holds, of all its programs and so of both ends of a connection. */
export interface KernelMemory {
  /** TCP's buffers: what is under way. */
  readonly bufferBytes: number;
  /** Its own records in slabs, those of sockets and files among them. */
  readonly slabBytes: number;
}

/** Linux alone tells it; elsewhere it is left out. */
export async function kernelMemory(): Promise<KernelMemory | undefined> {
  const [sockets, memory] = await Promise.all(['/proc/net/sockstat', '/proc/meminfo'].map(textOf));
  const pages = /^TCP:.* mem ([0-9]+)/m.exec(sockets ?? '')?.[1];
  const slab = /^Slab: +([0-9]+) kB/m.exec(memory ?? '')?.[1];
  if (pages === undefined || slab === undefined) return undefined;
  return { bufferBytes: Number(pages) * PAGE_BYTES, slabBytes: Number(slab) * KB };
}

/** What the kernel holds more now than it did `before`, of each of so many connections, bytes; `null` where it does not tell. */
export async function kernelGrowth(before: KernelMemory | undefined, connections: number) {
  const now = await kernelMemory();
  if (!before || !now) return null;
  return {
    bufferBytes: (now.bufferBytes - before.bufferBytes) / connections,
    slabBytes: (now.slabBytes - before.slabBytes) / connections,
  };
}

const textOf = (file: string) => readFile(file, 'utf8').catch(() => '');
