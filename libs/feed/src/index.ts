export type { Batch, Feed } from './feed';
