/** One question after the server's time. */
export interface RoundTrip {
  /** When it was asked and answered, epoch ms, this machine's clock. */
  readonly askedAt: number;
  readonly answeredAt: number;
  /** What the server's clock said in between, epoch ms. */
  readonly serverAt: number;
}

/** How far the server's clock is from ours. */
export interface ClockOffset {
  /** What is to be added to our clock to get the server's, ms. */
  readonly offsetMs: number;
  /** Most by which that can be wrong, however unlike the two ways were: half of the round trip, ms. */
  readonly errorMs: number;
}

const KEPT = 8;

/** Estimates the clock offset from the last round trips; the one with the least delay counts (after Cristian, 1989). */
export class ClockEstimate {
  private trips: readonly RoundTrip[] = [];
  private best: ClockOffset | undefined;

  /** The present estimate; undefined before the first round trip. */
  get offset(): ClockOffset | undefined {
    return this.best;
  }

  add(trip: RoundTrip): void {
    this.trips = [...this.trips.slice(1 - KEPT), trip];
    const { askedAt, answeredAt, serverAt } = this.trips.reduce(
      (a, b) => (delay(b) < delay(a) ? b : a),
      trip,
    );
    const errorMs = (answeredAt - askedAt) / 2;
    this.best = { offsetMs: serverAt - askedAt - errorMs, errorMs };
  }
}

const delay = ({ askedAt, answeredAt }: RoundTrip) => answeredAt - askedAt;
