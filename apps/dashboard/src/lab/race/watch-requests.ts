import type { RequestTiming } from './http-connections';

/** Tells of every request that finishes from now on; returns what ends that. */
export function watchRequests(tell: (timings: readonly RequestTiming[]) => void): () => void {
  if (typeof PerformanceObserver === 'undefined') return () => undefined;
  const observer = new PerformanceObserver((list) =>
    tell(list.getEntries().filter((entry) => entry instanceof PerformanceResourceTiming)),
  );
  observer.observe({ type: 'resource' });
  return () => observer.disconnect();
}
