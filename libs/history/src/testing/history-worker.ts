import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** The worker as `bundle-worker.mjs` bundled it before this run. */
export const historyWorkerFile = join(
  import.meta.dirname,
  '../../../../dist/libs/history/history-worker.mjs',
);

export const startHistoryWorker = (): Worker => new Worker(historyWorkerFile);
