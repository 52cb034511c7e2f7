import { arch, cpus, platform, release, totalmem } from 'node:os';

/** On what it was measured: no figure without it. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly system: string;
  /** Version of the lab's Node; the server runs on the same. */
  readonly node: string;
}

/** This machine. */
export const thisMachine = (): Machine => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryBytes: totalmem(),
  system: `${platform()} ${release()} ${arch()}`,
  node: process.version,
});
