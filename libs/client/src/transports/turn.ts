import { Pace } from '@tickway/protocol';
import type { SchedulerLike } from 'rxjs';
import type { Wish } from '../transport';
import type { Traffic } from './options';

/**
 * When it is a polling transport's turn to ask again under the viewer's own limits: who polls makes the
 * takes himself. It hears the traffic, for the bandwidth is of the answers' bytes.
 */
export class Turn {
  /** The transport's traffic, with the answers' bytes booked here too. */
  readonly traffic: Traffic;
  private readonly pace = new Pace();
  private bytes = 0;

  constructor(
    traffic: Traffic,
    private readonly scheduler: SchedulerLike,
  ) {
    this.traffic = {
      asked: () => traffic.asked(),
      sent: (bytes) => traffic.sent(bytes),
      received: (bytes) => {
        this.bytes += bytes;
        traffic.received(bytes);
      },
    };
  }

  /** An answer has come to its end. */
  answered(): void {
    const now = this.scheduler.now();
    this.pace.took(now);
    this.pace.wrote(this.bytes, now);
    this.bytes = 0;
  }

  /** How long from now it is, ms. */
  waitMs(wish: Pick<Wish, 'limits'>): number {
    this.pace.limits = wish.limits();
    return Math.max(0, this.pace.dueAt - this.scheduler.now());
  }
}
