import type { PageWish } from './history-page';
import type { Span } from './span';
import type { Timed } from './timed';

/** A stretch in which nothing was recorded, epoch ms of commit. */
export interface Silence {
  readonly from: number;
  readonly to: number;
  /** `quiet`: there was nothing to tell. `cut`: nobody recorded, or it was lost; what follows is of another life. */
  readonly kind: 'quiet' | 'cut';
}

/** Silence from here on is told, ms: the past of long ago is kept as one frame in 30 s, which is no silence. */
export const LEAST_SILENCE_MS = 45_000;

/** The silences between frames that follow one another, and those that a restart or a loss made, however short. */
export function silencesIn(frames: readonly Timed[], begin: PageWish['begin']): readonly Silence[] {
  const silences: Silence[] = [];
  let from = 'at' in begin ? begin.at : begin.after;
  for (const { at, joined } of frames) {
    const kind = joined === 'cut' ? 'cut' : 'quiet';
    // A restart is told topic by topic, in one moment.
    const told = silences.at(-1)?.to === at;
    if (!told && (kind === 'cut' || at - from >= LEAST_SILENCE_MS)) silences.push({ from, to: at, kind });
    from = at;
  }
  return silences;
}

/** The cuts that the server tells of, and what was found besides while playing. */
export const withCuts = (cuts: readonly Span[], found: readonly Silence[]): readonly Silence[] => [
  ...cuts.map((cut) => ({ ...cut, kind: 'cut' as const })),
  ...found.filter(({ from, to }) => cuts.every((cut) => to < cut.from || from > cut.to)),
];
