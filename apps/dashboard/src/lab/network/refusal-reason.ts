import type { ErrorCode } from '@tickway/protocol';
import type { LabError } from '../operator/lab-error';
import type { RefusalReason } from './lab-refusal';

/**
 * Why there is no gateway: by the server's code, as several causes share a status; by the status where a
 * proxy answered in its place.
 *
 * @param missing what an address that is not there means
 */
export function refusalReason({ code, status }: LabError, missing: 'off' | 'gone'): RefusalReason {
  if (code === 'not_found' || (code === undefined && status === 404)) return missing;
  return (code === undefined ? byStatus.get(status) : byCode.get(code)) ?? 'refused';
}

const byCode = new Map<ErrorCode, RefusalReason>([
  ['disabled', 'off'],
  ['forbidden_origin', 'not_local'],
  ['over_capacity', 'most'],
  ['shutdown', 'stopping'],
  ['unauthorized', 'not_local'],
]);

const byStatus = new Map<number, RefusalReason>([
  [0, 'unreachable'],
  [401, 'not_local'],
  [403, 'not_local'],
  [502, 'unreachable'],
  [503, 'unreachable'],
  [504, 'unreachable'],
]);
