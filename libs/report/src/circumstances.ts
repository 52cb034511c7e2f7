/** On what it was measured: no figure without it. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly system: string;
  /** Version of the lab's Node; the server runs on the same. */
  readonly node: string;
}

/** When, where and by which command something was measured. */
export interface Circumstances {
  readonly command: string;
  /** ISO 8601. */
  readonly date: string;
  readonly seed: number;
  /** Share of the full durations: 1 for the record, less for trying out. */
  readonly scale: number;
  readonly machine: Machine;
  /** Load of the machine over the minute before, and after: other work disturbs what is measured. */
  readonly loadBefore: number;
  readonly loadAfter: number;
}

/** The circumstances as one sentence; `code` marks what is to be typed. */
export function circumstancesText(about: Circumstances, code: (text: string) => string): string {
  const { command, date, seed, scale, machine, loadBefore, loadAfter } = about;
  const { processor, cores, system, node } = machine;
  const quick = scale < 1 ? ` A quick run (${scale} of the time): not for the record.` : '';
  return `Measured ${date} by ${code(command)}, seed ${seed}, on ${cores} × ${processor}, ${system}, Node ${node}; load of the machine ${loadBefore.toFixed(1)} before, ${loadAfter.toFixed(1)} after.${quick}`;
}
