/** How far a run is. */
export interface RunProgress {
  readonly what: string;
  /** Of the whole run, 0 to 1. */
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

/** What is said now, with a share that never goes back: a short stage after the long one begins at its own nothing. */
export const onward = (before: Pick<RunProgress, 'share'>, { what, share }: RunProgress): RunProgress => ({
  what,
  share: Math.max(before.share, share),
});
