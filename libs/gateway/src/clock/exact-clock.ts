import { exactly } from './exactly';
import { fineClock } from './fine-clock';

/**
 * This machine's clock whose acts come when they are due, within some hundredths of a millisecond while the process has
 * nothing else to do. It costs up to {@link WATCHED_MS} of CPU an act, so it is for measuring, not for serving.
 */
export const exactClock = exactly(fineClock, (act) => {
  const turn = setImmediate(act);
  return () => clearImmediate(turn);
});
