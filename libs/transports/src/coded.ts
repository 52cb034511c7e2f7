import { FeedError } from '@tickway/protocol';
import type { Rim } from './rim';

/** An error with a code: its own, or `internal` for a fault of ours, which is reported. */
export function coded({ onFault }: Pick<Rim, 'onFault'>, error: unknown): FeedError {
  if (error instanceof FeedError) return error;
  onFault(error);
  return new FeedError('internal');
}
