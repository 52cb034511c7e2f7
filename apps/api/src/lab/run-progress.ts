import type { RunRequest } from './run-request';
import { transportNames } from '@tickway/protocol';

/** How far a run is. */
export interface RunProgress {
  readonly what: string;
  /** 0 to 1. */
  readonly share: number;
}

/** Reads a line of `--progress=json`; undefined for any other line. */
export function readProgress(line: string): RunProgress | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const said: unknown = JSON.parse(line);
    return isProgress(said) ? { what: said.what, share: said.share } : undefined;
  } catch {
    // Half a line of something else.
    return undefined;
  }
}

function isProgress(said: unknown): said is RunProgress {
  if (typeof said !== 'object' || said === null || !('what' in said) || !('share' in said)) return false;
  return typeof said.what === 'string' && typeof said.share === 'number';
}

/** The share of the whole: a load run tells how far it is with each transport, one after the other. */
export function shareOfAll(request: RunRequest, { what, share }: RunProgress): number {
  if (request.kind !== 'load') return share;
  const names = request.transports === 'all' ? transportNames : request.transports;
  const done = names.findIndex((name) => what.startsWith(name));
  return done < 0 ? share : (done + share) / names.length;
}
