import type { Received, Topic } from '@tickway/protocol';
import { Subject, Subscription } from 'rxjs';
import type { HistoryPage, PageWish, ReadPage } from './history-page';
import { silencesIn, type Silence } from './silence';
import { Tape } from './tape';
import { timed } from './timed';

/**
 * What a player does: `seeking` another moment, `playing`, `paused`, `loading` what comes next, at the `ended` of what
 * is recorded, or `failed` to read it.
 */
export type PlayerState = 'seeking' | 'playing' | 'paused' | 'loading' | 'ended' | 'failed';

/** What a player is made of. */
export interface PlayerOptions {
  readonly read: ReadPage;
  readonly topics: readonly Topic[];
  /** Where it begins, epoch ms of commit. */
  readonly at: number;
  /** Up to when there is a record, epoch ms of commit. */
  readonly to: number;
}

/** How far it reads ahead: so much time at the speed it plays, ms, unless that is more rows than these. */
const [AHEAD_MS, AHEAD_ROWS] = [5_000, 40_000];

/** Rows of a page: of the one a seek waits for, of those that follow, and of those that follow at high speeds. */
const page = { first: 500, usual: 5_000, fast: 20_000 } as const;
const FAST = 10;

/**
 * Plays a stretch of the past: pages of frames in, frames out at the right moments. It has no clock: whoever owns it
 * tells it how much time went by. What its frames add up to is at each moment the state at {@link now}.
 */
export class Player {
  private readonly told = new Subject<Received>();
  private readonly jumped = new Subject<void>();
  private tape: Tape;
  private reading = Subscription.EMPTY;
  private shown: number;
  private wanted: number | undefined;
  private followed: readonly Topic[];
  private to: number;
  private running = false;
  private rate = 1;
  private trouble: unknown;

  /** Frames as a connection would have delivered them; a seek begins with a snapshot of each topic. */
  readonly frames = this.told.asObservable();
  /** Tells that another moment has come, before its first frame. */
  readonly jumps = this.jumped.asObservable();
  /** Stretches found so far in which nothing was recorded, in the order in which they were found. */
  silences: readonly Silence[] = [];

  constructor(private readonly options: PlayerOptions) {
    const { at, to, topics } = options;
    [this.shown, this.to, this.followed] = [at, to, topics];
    this.tape = new Tape(at);
  }

  /** The moment that is shown, epoch ms of commit. */
  now(): number {
    return this.shown;
  }

  /** What it tells of. */
  get topics(): readonly Topic[] {
    return this.followed;
  }

  /** The moment that is shown or, while it is not there yet, the one sought. */
  get target(): number {
    return this.wanted ?? this.shown;
  }

  /** How many seconds pass in one. */
  get speed(): number {
    return this.rate;
  }

  /** Whether it plays or would, were there anything to play. */
  get goes(): boolean {
    return this.running;
  }

  /** When the next frame is due, epoch ms of commit; undefined when that is not known yet. */
  get nextAt(): number | undefined {
    return this.tape.nextAt;
  }

  /** Why it failed. */
  get failure(): unknown {
    return this.trouble;
  }

  get state(): PlayerState {
    if (this.trouble !== undefined) return 'failed';
    if (this.wanted !== undefined) return 'seeking';
    if (this.shown >= this.to) return 'ended';
    if (!this.running) return 'paused';
    return this.shown >= this.tape.reach ? 'loading' : 'playing';
  }

  /** Goes to a moment: at once if it is on the tape, else when its state has come. Until then what was shown stays. */
  seek(at: number): void {
    const near = this.wanted === undefined && at >= this.shown && at <= this.tape.reach && this.begun;
    if (near) return this.showUntil(at);
    this.begin(at);
  }

  /** Lets `speed` seconds pass in one. */
  play(speed: number): void {
    this.running = true;
    this.rate = speed;
    this.readAhead();
  }

  pause(): void {
    this.running = false;
  }

  /** Lets time pass, ms of the viewer's. */
  advance(elapsedMs: number): void {
    if (!this.running || this.wanted !== undefined) return;
    this.showUntil(Math.min(this.shown + elapsedMs * this.rate, this.tape.reach, this.to));
    this.readAhead();
  }

  /** Follows other topics from the moment it is at. */
  follow(topics: readonly Topic[]): void {
    this.followed = topics;
    this.begin(this.target);
  }

  /** The record has grown until `to`, epoch ms of commit. */
  extend(to: number): void {
    this.to = Math.max(this.to, to);
  }

  /** Tries again what failed. */
  retry(): void {
    if (this.trouble === undefined) return;
    this.trouble = undefined;
    if (this.wanted === undefined) this.readAhead();
    else this.begin(this.wanted);
  }

  close(): void {
    this.reading.unsubscribe();
    this.told.complete();
    this.jumped.complete();
  }

  /** Whether the state of a moment has ever come. */
  private begun = false;

  private begin(at: number): void {
    this.reading.unsubscribe();
    this.trouble = undefined;
    this.wanted = at;
    if (this.topics.length > 0) this.read({ at }, page.first);
  }

  private readAhead(): void {
    const { reach, rows } = this.tape;
    const far = reach - this.shown >= AHEAD_MS * this.rate || rows >= AHEAD_ROWS;
    if (far || reach >= this.to || !this.mayReadOn) return;
    this.read({ after: reach }, this.rate >= FAST ? page.fast : page.usual);
  }

  private get mayReadOn(): boolean {
    return this.begun && this.reading.closed && this.trouble === undefined && this.wanted === undefined;
  }

  private read(begin: PageWish['begin'], most: number): void {
    const wish = { topics: this.topics, begin, to: Math.max(this.to, 'at' in begin ? begin.at : 0), most };
    this.reading = new Subscription();
    this.reading.add(
      this.options.read(wish).subscribe({
        next: (one) => this.take(one, wish),
        error: (error: unknown) => {
          this.reading.unsubscribe();
          this.trouble = error ?? new Error('unknown');
        },
      }),
    );
  }

  private take(one: HistoryPage, wish: PageWish): void {
    this.reading.unsubscribe();
    const told = timed(one.frames, wish.begin);
    const reach = one.next ?? wish.to;
    this.note(silencesIn(told, wish.begin));
    if ('at' in wish.begin) {
      this.tape = new Tape(wish.begin.at);
      [this.shown, this.wanted, this.begun] = [wish.begin.at, undefined, true];
      this.jumped.next();
    }
    this.tape.add(told, reach);
    this.showUntil(this.shown);
    if (this.running) this.readAhead();
  }

  private showUntil(at: number): void {
    this.shown = at;
    for (const { frame } of this.tape.takeUntil(at)) this.told.next(frame);
  }

  /** A silence begins for a player where it came in, so that of two with one end the longer is true. */
  private note(found: readonly Silence[]): void {
    for (const one of found) {
      const known = this.silences.find(({ to }) => to === one.to);
      if (known && known.from <= one.from) continue;
      this.silences = [...this.silences.filter((other) => other !== known), one].slice(-MOST_SILENCES);
    }
  }
}

const MOST_SILENCES = 200;
