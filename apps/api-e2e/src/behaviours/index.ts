import type { Behaviour } from './behaviour';
import { filters } from './filters';
import { forms } from './forms';
import { gap } from './gap';
import { goodbye } from './goodbye';
import { limits } from './limits';
import { refusals } from './refusals';
import { resume } from './resume';
import { silence } from './silence';
import { slowReader } from './slow-reader';
import { snapshotThenLive } from './snapshot-then-live';

/** What every transport does: PROTOCOL.md as one list, run over all five. */
export const behaviours: readonly Behaviour[] = [
  ...snapshotThenLive,
  ...resume,
  ...gap,
  ...filters,
  ...silence,
  ...limits,
  ...forms,
  ...refusals,
  ...slowReader,
  ...goodbye,
];
