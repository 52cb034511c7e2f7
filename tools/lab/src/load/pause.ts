import type { Clock } from '@tickway/gateway';
import { Stopped } from './stopped';

/** Waits `ms`; rejects with {@link Stopped} as soon as `signal` says so. */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new Stopped());
    const cancel = clock.after(ms, () => {
      signal.removeEventListener('abort', stop);
      resolve();
    });
    function stop() {
      cancel();
      reject(new Stopped());
    }
    signal.addEventListener('abort', stop, { once: true });
  });
}
