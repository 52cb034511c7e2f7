/** How far the server's clock is from this machine's, as all lanes of a race use it. */
export interface RaceClock {
  /** To be added to this machine's clock, ms. */
  readonly offsetMs: number;
  /** Most by which it can be wrong, ms: half of the shortest round trip that was seen. */
  readonly errorMs: number;
}

/** A question after the server's time; epoch ms of this machine's clock, `serverAt` of the server's. */
export interface Trip {
  readonly askedAt: number;
  readonly serverAt: number;
  readonly answeredAt: number;
}

/** How many trips count: two minutes, over which clocks drift by less than such a trip's own error. */
const KEPT = 120;

/** One clock for all lanes, from the shortest of the latest round trips: five lanes with a clock each would be five races. */
export class RaceClockEstimate {
  private trips: readonly RaceClock[] = [];

  /** The surest estimate; undefined before the first trip. */
  get present(): RaceClock | undefined {
    const [first, ...rest] = this.trips;
    return first && rest.reduce((surest, one) => (one.errorMs < surest.errorMs ? one : surest), first);
  }

  add({ askedAt, serverAt, answeredAt }: Trip): void {
    const errorMs = (answeredAt - askedAt) / 2;
    this.trips = [...this.trips.slice(1 - KEPT), { offsetMs: serverAt - askedAt - errorMs, errorMs }];
  }

  clear(): void {
    this.trips = [];
  }
}
