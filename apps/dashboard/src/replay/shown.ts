import type { ToldExtent } from './inject-extent';
import type { Player, PlayerState } from './player';
import { withCuts, type Silence } from './silence';

/** What a viewer sees of a replay. */
export interface Shown {
  /** The moment shown, or the one sought, epoch ms, server clock. */
  readonly at: number;
  readonly state: PlayerState;
  /** Whether it plays or would, could it. */
  readonly goes: boolean;
  /** When the next thing that was recorded is due, epoch ms; undefined when that is not known. */
  readonly nextAt: number | undefined;
  /** Where nothing was recorded: what the server tells ahead of time, and what was found while playing. */
  readonly silences: readonly Silence[];
  /** Why it failed, in the server's words. */
  readonly why: string | undefined;
}

/** What a player shows of a record. */
export function shownOf(player: Player, extent: ToldExtent): Shown {
  const { state, goes, nextAt, silences, failure, target: at } = player;
  return {
    ...{ at, state, goes, nextAt },
    silences: withCuts(typeof extent === 'string' ? [] : extent.cuts, silences),
    why: failure instanceof Error ? failure.message : undefined,
  };
}
