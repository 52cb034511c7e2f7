import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 10;
const WINDOW_MS = 60_000;
const NS_PER_MS = 1e6;

/** How late the event loop is, over the last minute or less. */
export class LoopDelay {
  private readonly histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  private readonly window = setInterval(() => this.histogram.reset(), WINDOW_MS).unref();

  constructor() {
    this.histogram.enable();
  }

  /** Beyond the sampling interval itself, ms. */
  read(): { readonly p50: number; readonly p99: number; readonly max: number } {
    const { histogram } = this;
    return {
      p50: late(histogram.percentile(50)),
      p99: late(histogram.percentile(99)),
      max: late(histogram.max),
    };
  }

  stop(): void {
    clearInterval(this.window);
    this.histogram.disable();
  }
}

const late = (ns: number) => Math.max(0, Math.round((ns / NS_PER_MS - RESOLUTION_MS) * 1_000) / 1_000);
