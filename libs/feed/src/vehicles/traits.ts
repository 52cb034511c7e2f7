import { openSky, urbanCanyon, type Sky } from './gps-error';
import type { Wandering } from './ornstein-uhlenbeck';
import type { Pack } from './pack';
import type { Reporting } from './reports';
import type { Handling } from './ride';

/** What sets the vehicles of one pack apart. */
export interface Traits {
  readonly handling: Handling;
  /** How late they run, seconds. */
  readonly lateness: Wandering;
  readonly reporting: Reporting;
  readonly sky: Sky;
}

const train = {
  lateness: { deviation: 60, memory: 900 },
  reporting: { intervalMs: [10_000, 30_000], silenceEvery: 180, silenceMs: 75_000 },
  sky: openSky,
} as const;

const subway: Traits = {
  ...train,
  handling: { acceleration: 1.1, braking: 1.2, topSpeed: 24, dwell: 20 },
};

const railroad: Traits = {
  ...train,
  handling: { acceleration: 0.9, braking: 1, topSpeed: 36, dwell: 30 },
};

const bus: Traits = {
  handling: { acceleration: 1, braking: 1.2, topSpeed: 25, dwell: 10 },
  lateness: { deviation: 150, memory: 900 },
  reporting: { intervalMs: [5000, 5000], silenceEvery: 240, silenceMs: 40_000 },
  sky: openSky,
};

/** The traits of a pack's vehicles; only Manhattan's buses go between towers all day. */
export function traitsOf({ name, system }: Pick<Pack, 'name' | 'system'>): Traits {
  if (system === 'subway') return subway;
  if (system !== 'bus') return railroad;
  return name === 'bus-manhattan' ? { ...bus, sky: urbanCanyon } : bus;
}
