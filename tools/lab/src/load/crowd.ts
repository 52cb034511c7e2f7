import type { Clock } from '@tickway/gateway';
import { Viewer, type ViewerSetting } from '../viewer/viewer';
import { combine, noBytes, type ByteSplit } from '../wire/byte-account';
import { pause } from './pause';
import { ramp } from './ramp';

/** What a crowd's viewers have done so far, together. */
export interface CrowdCounts {
  readonly bytes: ByteSplit;
  readonly carried: number;
  readonly requests: number;
  readonly connections: number;
}

/** The viewers of one run. */
export class Crowd {
  readonly viewers: readonly Viewer[];

  constructor(size: number, settingOf: (index: number) => ViewerSetting) {
    this.viewers = Array.from({ length: size }, (_, index) => new Viewer(settingOf(index)));
  }

  /** Lets them in over `overMs`. */
  async enter(clock: Clock, overMs: number, signal: AbortSignal): Promise<void> {
    const begin = clock.now();
    for (const [index, at] of ramp(this.viewers.length, overMs).entries()) {
      const wait = begin + at - clock.now();
      if (wait >= 1) await pause(clock, wait, signal);
      this.viewers[index]?.open();
    }
  }

  /** Whether each has got its first frame of each topic. */
  get complete(): boolean {
    return this.viewers.every(({ ledger }) => ledger.complete);
  }

  /** Whether each has got them, or an answer that says that it will not. */
  get decided(): boolean {
    return this.viewers.every(
      ({ ledger, fault }) => ledger.complete || ledger.errors.length > 0 || fault !== undefined,
    );
  }

  leave(): void {
    for (const viewer of this.viewers) viewer.close();
  }

  counts(): CrowdCounts {
    const sum = (count: (viewer: Viewer) => number) => this.viewers.reduce((all, one) => all + count(one), 0);
    return {
      bytes: this.viewers.reduce<ByteSplit>((all, { account }) => combine(all, account.split()), noBytes),
      carried: sum(({ carried }) => carried),
      requests: sum(({ requests }) => requests),
      connections: sum(({ connections }) => connections),
    };
  }

  sum(count: (viewer: Viewer) => number): number {
    return this.viewers.reduce((all, one) => all + count(one), 0);
  }
}
