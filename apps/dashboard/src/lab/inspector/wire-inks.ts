import { laneInks } from '../draw/lane-inks';
import type { WireLane } from './wire-book';

/** The colour of each lane of the wire, as CSS. */
export const wireInks: Readonly<Record<WireLane, string>> = { ...laneInks, clock: 'var(--text-faint)' };
