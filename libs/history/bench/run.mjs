// npx node libs/history/bench/run.mjs [minutes of data]: prints docs' figures as a table. Not part of the tests.
import { bundle } from '../bundle-worker.mjs';

const worker = await bundle('src/sqlite/worker.ts', 'history-worker.mjs');
const { measure } = await import(await bundle('bench/measure.ts', 'measure.mjs'));
await measure({ worker, minutes: Number(process.argv[2] ?? 10) });
