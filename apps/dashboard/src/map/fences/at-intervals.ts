/** Runs something later: `setTimeout` in the page. */
export type RunLater = (act: () => void, ms: number) => void;

/** Acts on the first at once, and then at most every `restMs` on all that came meanwhile: nobody hears a chime a second. */
export function atIntervals<T>(
  restMs: number,
  runLater: RunLater,
  act: (all: readonly T[]) => void,
): (some: readonly T[]) => void {
  let gathered: readonly T[] = [];
  let resting = false;
  const tell = () => {
    resting = gathered.length > 0;
    if (!resting) return;
    const all = gathered;
    gathered = [];
    runLater(tell, restMs);
    act(all);
  };
  return (some) => {
    gathered = [...gathered, ...some];
    if (!resting) tell();
  };
}
