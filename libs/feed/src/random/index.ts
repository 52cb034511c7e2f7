export { exponential } from './exponential';
export { normal } from './normal';
export type { Random } from './random';
export { sfc32, type Words } from './sfc32';
export { streamOf } from './stream-of';
