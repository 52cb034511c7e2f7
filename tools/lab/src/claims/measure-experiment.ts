import type { Clock } from '@tickway/gateway';
import type { Circumstances, Measurement } from '@tickway/report';
import { loadavg } from 'node:os';
import { thisMachine } from '../load/machine';
import type { Experiment } from './experiment';

/** What an experiment is run with. */
export interface MeasuringRim extends Pick<Circumstances, 'seed' | 'scale' | 'command'> {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly progress: (what: string, share: number) => void;
}

/** Runs an experiment and notes the circumstances. */
export async function measureExperiment(
  { run, ...text }: Experiment,
  { seed, scale, command, clock, signal, progress }: MeasuringRim,
): Promise<Measurement> {
  const [loadBefore = 0] = loadavg();
  const date = new Date(clock.now()).toISOString();
  const tell = (what: string, share: number) => progress(`${text.name}: ${what}`, share);
  const finding = await run({ seed, scale, clock, signal, progress: tell });
  const [loadAfter = 0] = loadavg();
  const machine = thisMachine();
  return { ...text, about: { seed, scale, command, date, loadBefore, loadAfter, machine }, finding };
}
