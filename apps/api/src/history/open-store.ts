import { memoryHistory, sqliteHistory, type HistoryStatus, type HistoryStore } from '@tickway/history';
import type { Clock } from '@tickway/hub';
import { parseTopic } from '@tickway/protocol';
import { Worker } from 'node:worker_threads';
import type { Config } from '../config';

/** What a store needs of its surroundings. */
export interface StoreSurroundings {
  readonly clock: Clock;
  /** The file of the thread that writes and reads on disk. */
  readonly worker: string;
  /** Hears when the history turns off, and when it is on again. */
  readonly onTurn: (status: HistoryStatus) => void;
}

const [trades, quotes] = [parseTopic('trades'), parseTopic('quotes')];

/** Opens the store that this configuration asks for. */
export function openStore(
  { history }: Pick<Config, 'history'>,
  { clock, worker, onTurn }: StoreSurroundings,
): HistoryStore | undefined {
  if (history === 'off') return undefined;
  if (history === 'memory') return memoryHistory({ clock, trades, quotes });
  return sqliteHistory({
    ...{ clock, trades, quotes, onTurn, path: history.path },
    // Node calls its SQLite experimental at each start; that is settled by pinning Node.
    startWorker: () => new Worker(worker, { execArgv: ['--disable-warning=ExperimentalWarning'] }),
  });
}
