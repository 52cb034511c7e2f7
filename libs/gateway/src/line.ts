import type { Clock } from './clock/clock';
import { AnswerFilter } from './answer-filter';
import { DelayedPipe } from './delayed-pipe';
import { Link } from './link';
import type { Network } from './network/network';
import { withoutUpgrade, type RequestFilter } from './upgrade-filter';

/** One side of a line: a socket, as far as the line needs it. */
export interface Side {
  write(bytes: Buffer): void;
  /** Says that nothing more comes, after what was written. */
  end(): void;
  /** Ends it without a word. */
  destroy(): void;
  /** Stops and goes on with reading. */
  pause(): void;
  resume(): void;
}

/** What a line is made of. */
export interface LineOptions {
  /** Read anew for each byte, so that it can change under a running connection. */
  readonly network: () => Network;
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly near: Side;
  readonly far: Side;
}

/** One connection through the gateway: `near` is the viewer's side, `far` the server's. */
export class Line {
  readonly #toServer: Link;
  readonly #toViewer: Link;
  readonly #up: DelayedPipe;
  readonly #down: DelayedPipe;
  readonly #requests: RequestFilter;
  readonly #answers: AnswerFilter;
  #lastSaidAt: number;
  #stopWatch: () => void = () => undefined;

  constructor(private readonly options: LineOptions) {
    const { network, clock, random, near, far } = options;
    this.#toServer = new Link(network, random);
    this.#toViewer = new Link(network, random);
    this.#up = new DelayedPipe(clock, this.#toServer, pipeEnd(far, near));
    this.#down = new DelayedPipe(clock, this.#toViewer, pipeEnd(near, far));
    this.#requests = network().stripUpgrade ? withoutUpgrade() : (chunk) => chunk;
    this.#answers = new AnswerFilter(network);
    this.#lastSaidAt = clock.now();
    // On loopback the viewer is connected at once; on this line its SYN and the answer take a round trip.
    this.#toServer.hold(clock.now() + network().rttMs);
    this.#watchIdle();
  }

  /** The viewer said something. */
  fromViewer(chunk: Buffer): void {
    const now = this.#heard();
    const passed = this.#requests(chunk);
    if (passed.length > 0) this.#up.send(passed, now);
  }

  /** The server said something. */
  fromServer(chunk: Buffer): void {
    const now = this.#heard();
    const passed = this.#answers.pass(chunk);
    if (passed.length > 0) this.#down.send(passed, now);
  }

  viewerEnded(): void {
    this.#up.end();
  }

  serverEnded(): void {
    const rest = this.#answers.rest();
    if (rest.length > 0) this.#down.send(rest, this.options.clock.now());
    this.#down.end();
  }

  /** What is not read anew for each byte is read anew now. */
  networkChanged(): void {
    this.#stopWatch();
    this.#watchIdle();
  }

  /** Pulls the cable for `ms`. */
  pull(ms: number): void {
    const now = this.options.clock.now();
    this.#toServer.pull(now, ms);
    this.#toViewer.pull(now, ms);
  }

  /** Ends both sides without a word. */
  cut(): void {
    this.#stopWatch();
    this.#up.cut();
    this.#down.cut();
    this.options.near.destroy();
    this.options.far.destroy();
  }

  /** Notes that something came, and when: reading it takes time that the line must not add. */
  #heard(): number {
    this.#lastSaidAt = this.options.clock.now();
    return this.#lastSaidAt;
  }

  #watchIdle(): void {
    const { clock, network } = this.options;
    const { idleCutMs } = network();
    if (idleCutMs === undefined) return;
    const left = this.#lastSaidAt + idleCutMs - clock.now();
    if (left <= 0) return this.cut();
    this.#stopWatch = clock.after(left, () => this.#watchIdle());
  }
}

const pipeEnd = (to: Side, from: Side) => ({
  write: (bytes: Buffer) => to.write(bytes),
  end: () => to.end(),
  full: (full: boolean) => (full ? from.pause() : from.resume()),
});
