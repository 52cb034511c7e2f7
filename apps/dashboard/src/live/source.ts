import type { Received } from '@tickway/protocol';
import type { Observable } from 'rxjs';

/**
 * Where the page's values come from, and the clock by which they are as old as they are: the live connection, or a
 * stretch of the past. Boards and maps do not know which.
 */
export interface Source {
  /** Frames of the topics that the page needs; each topic begins with a snapshot. */
  readonly frames: Observable<Received>;
  /** Tells, before the first frame of it, that another moment is shown: what is drawn of several moments begins anew. */
  readonly jumps: Observable<void>;
  /** The time there, epoch ms, server clock. */
  now(): number;
}
