import type { Key, Topic } from '@tickway/protocol';
import type { BarSeries, BarsWish, Page, Stretch } from '../history-store';
import type { HistoryStatus } from '../history-status';
import type { Recorded } from '../recorded';
import type { ArchiveOptions } from './archive';

/** What the worker works by. */
export interface WriterSettings extends ArchiveOptions {
  /** How long records wait for others before they are written, ms. */
  readonly flushMs: number;
  /** Rows for which they wait no longer. */
  readonly flushRows: number;
  /** How often retention does its part, ms. */
  readonly tidyMs: number;
  /** How long after a failure it is tried again, ms. */
  readonly retryMs: number;
}

/** The first message to the worker. */
export interface Opening {
  readonly settings: WriterSettings;
}

/** To the worker, after the opening. `id` counts from 1 over all messages. */
export type Request =
  | { readonly type: 'append'; readonly id: number; readonly records: readonly Recorded[] }
  | { readonly type: 'read'; readonly id: number; readonly stretch: Stretch }
  | { readonly type: 'bars'; readonly id: number; readonly wish: BarsWish }
  | ForgetRequest
  | { readonly type: 'close'; readonly id: number };

/** One step of forgetting a key: the chunks after one, so that nobody waits long behind it. */
export interface ForgetRequest {
  readonly type: 'forget';
  readonly id: number;
  readonly topic: Topic;
  readonly key: Key;
  /** Id of the last chunk of the step before; 0 for the first step. */
  readonly after: number;
}

/** From the worker. */
export type Answer =
  | { readonly type: 'page'; readonly id: number; readonly page: Page }
  | { readonly type: 'series'; readonly id: number; readonly series: BarSeries }
  /** `next`: what the next step begins after; undefined: nothing is left. */
  | { readonly type: 'forgot'; readonly id: number; readonly next: number | undefined }
  | { readonly type: 'refused'; readonly id: number; readonly reason: string }
  | { readonly type: 'closed'; readonly id: number }
  /** Every append up to `through` is safe; 0: none yet. */
  | { readonly type: 'kept'; readonly through: number; readonly status: HistoryStatus };
