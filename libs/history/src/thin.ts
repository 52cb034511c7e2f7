import { encodeFrame, type DeltaFrame } from '@tickway/protocol';
import { conflate } from './conflate';
import { frameOf, rowsOf, type Recorded } from './recorded';

/**
 * Records of a `latest` topic with the deltas of each window merged into one, as if recorded at the
 * window's last commit. Snapshots and gaps stay what they are.
 */
export function thin(records: readonly Recorded[], everyMs: number): readonly Recorded[] {
  const thinned: Recorded[] = [];
  let open: { readonly window: number; readonly last: Recorded; readonly deltas: DeltaFrame[] } | undefined;
  const close = () => {
    if (open) thinned.push(merged(open.last, open.deltas));
    open = undefined;
  };
  for (const recorded of records) {
    const frame = frameOf(recorded);
    const window = Math.floor(recorded.at / everyMs);
    if (frame.type !== 'delta' || open?.window !== window) close();
    if (frame.type === 'delta') open = { window, last: recorded, deltas: [...(open?.deltas ?? []), frame] };
    else thinned.push(recorded);
  }
  close();
  return thinned;
}

function merged(last: Recorded, deltas: readonly DeltaFrame[]): Recorded {
  const frame = conflate(deltas);
  return frame ? { ...last, rows: rowsOf(frame), json: encodeFrame(frame) } : last;
}
