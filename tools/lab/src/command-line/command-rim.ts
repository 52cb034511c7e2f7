import type { Screen } from './progress-bar';

/** What a command is given. */
export interface CommandRim {
  /** Says that it shall stop. */
  readonly signal: AbortSignal;
  readonly out: Screen;
  readonly err: Screen;
}
