import type { Cut } from './cut';

/** How a store is doing. */
export interface HistoryStatus {
  /** `off`: nothing new is kept at present; the store goes on trying. */
  readonly state: 'on' | 'off';
  /** Why it is off, for the log and the page. */
  readonly reason?: string;
  /** Since when each topic can be told, epoch ms. */
  readonly oldest: Readonly<Record<string, number>>;
  /** Time of the newest record, epoch ms; undefined when there is none. */
  readonly newest: number | undefined;
  /** Stretches of which not everything was recorded, oldest first: the newest hundred of what can be told. */
  readonly cuts: readonly Cut[];
  /** Rows appended and kept since this process began. */
  readonly rows: number;
  /** Updates merged before they were recorded, because the store took later (`latest` topics). */
  readonly merged: number;
  /** Updates that were never recorded, as told by gap frames (`every` topics). */
  readonly lost: number;
  /** Size on disk or in memory, bytes (memory: of the text alone). */
  readonly bytes: number;
}
