import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import type { Topic } from '@tickway/protocol';
import { animationFrames, catchError, merge, of, pairwise, Subject, switchMap, tap, timer } from 'rxjs';
import { setQuery } from '../address/set-query';
import { Live } from '../live/live';
import type { Extent } from './extent';
import { HISTORY } from './history';
import { Player, type PlayerState } from './player';
import { injectReplayWish, sameWish, type ReplayWish, type Speed } from './replay-wish';
import { spanOf, type Span } from './span';
import type { Silence } from './silence';

/** How often the server is asked how far its record reaches; and, when it could not tell, again, ms. */
const EXTENT_EVERY_MS = 10_000;
/** How often the address is brought up to date while it plays, ms of the viewer's. */
const ADDRESS_EVERY_MS = 10_000;
/** How often what failed is tried again, ms. */
const RETRY_MS = 3_000;
/** How often what a viewer reads is renewed while it plays, ms. */
const SHOW_EVERY_MS = 100;
/** The most that may pass at once, ms: a page that lay in the background goes on where it was. */
const LONGEST_STEP_MS = 250;
/** Nearer to the present than this a replay has caught up with it, ms. */
const CAUGHT_UP_MS = 5_000;

/** What a viewer sees of a replay. */
export interface Shown {
  /** The moment shown, or the one sought, epoch ms, server clock. */
  readonly at: number;
  readonly state: PlayerState;
  /** Whether it plays or would, could it. */
  readonly goes: boolean;
  /** When the next thing that was recorded is due, epoch ms; undefined when that is not known. */
  readonly nextAt: number | undefined;
  readonly silences: readonly Silence[];
  readonly why: string | undefined;
}

/**
 * Replays on the page that is open what the address asks for, until it is destroyed: then the page is live again. The
 * page stays live until the past has come.
 */
@Injectable()
export class Replay {
  private readonly live = inject(Live);
  private readonly history = inject(HISTORY);
  private readonly router = inject(Router);
  private readonly asked = injectReplayWish();
  private readonly lookAgain = new Subject<void>();
  private player: Player | undefined;
  /** The wish that the player follows, which the address may not say yet. */
  private followed: ReplayWish | undefined;
  private atEnd = false;
  private readonly since = { shown: 0, addressed: 0, failed: 0 };

  /** What the server says of its record; `none`: it keeps none. */
  readonly extent = signal<Extent | 'asking' | 'none' | 'unreachable'>('asking');
  /** What the page shows that is recorded. */
  readonly topics = computed(() => {
    const extent = this.extent();
    return typeof extent === 'string' ? [] : this.live.needed().filter((topic) => extent.oldest.has(topic));
  });
  /** The time that can be replayed on this page. */
  readonly span = computed<Span | undefined>(() => {
    const extent = this.extent();
    return typeof extent === 'string' ? undefined : spanOf(extent, this.topics());
  });
  /** Whether the page needs anything that comes from the server. */
  readonly needed = computed(() => this.live.needed().length > 0);
  /** Undefined while there is nothing to replay. */
  readonly shown = signal<Shown | undefined>(undefined);
  /** Chosen speed, also while it stands still. */
  readonly speed = signal<Speed>(untracked(this.asked)?.speed ?? 1);

  constructor() {
    const extents = merge(timer(0, EXTENT_EVERY_MS), this.lookAgain).pipe(
      switchMap(() => this.history.extent().pipe(catchError(() => of('unreachable' as const)))),
      tap((extent) => this.take(extent)),
    );
    const frames = animationFrames().pipe(pairwise());
    const asking = extents.subscribe();
    const ticking = frames.subscribe(([before, now]) => this.tick(now.elapsed - before.elapsed));
    effect(() => {
      const [wish, span, topics] = [this.asked(), this.span(), this.topics()];
      untracked(() => (wish && span ? this.follow(wish, span, topics) : this.end()));
    });
    inject(DestroyRef).onDestroy(() => {
      asking.unsubscribe();
      ticking.unsubscribe();
      this.end();
    });
  }

  /** Plays on or stands still. */
  turn(): void {
    const goes = this.player?.goes === true && this.player.state !== 'ended';
    if (goes) this.player?.pause();
    else this.player?.play(this.speed());
    this.tell();
  }

  /** Plays at another speed; a replay that stands still stays so. */
  setSpeed(speed: Speed): void {
    this.speed.set(speed);
    if (this.player?.goes === true) this.player.play(speed);
    this.tell();
  }

  /** Goes to a moment, epoch ms, or as near as the record allows; told to the address only if it is to stay there. */
  seek(at: number, stays = true): void {
    const span = this.span();
    if (!span) return;
    this.player?.seek(Math.round(within(span, at)));
    if (stays) this.tell();
    else this.show();
  }

  /** Goes so much on or back, ms. */
  step(ms: number): void {
    if (this.player) this.seek(this.player.target + ms);
  }

  /** Asks the server again, whatever was wrong. */
  retry(): void {
    this.player?.retry();
    this.lookAgain.next();
  }

  /** Brings back now. */
  goLive(): void {
    void setQuery(this.router, { at: null, speed: null });
  }

  private take(extent: Extent | 'unreachable' | undefined): void {
    // What was known of the record stays true while the server does not answer.
    if (extent === 'unreachable' && this.player) return;
    this.extent.set(extent ?? 'none');
    const span = this.span();
    if (!this.player || !span) return;
    this.player.extend(span.to);
    if (this.atEnd) this.leaveEnd(span);
  }

  private follow(wish: ReplayWish, span: Span, topics: readonly Topic[]): void {
    if (!this.player) this.player = this.playerAt(within(span, wish.at), span, topics);
    else if (this.player.topics.join() !== topics.join()) this.player.follow(topics);
    if (!sameWish(wish, this.followed)) this.obey(this.player, wish, span);
  }

  private obey(player: Player, wish: ReplayWish, span: Span): void {
    this.followed = wish;
    player.seek(within(span, wish.at));
    if (wish.speed) this.speed.set(wish.speed);
    if (wish.speed) player.play(wish.speed);
    else player.pause();
    this.show();
  }

  private playerAt(at: number, { to }: Span, topics: readonly Topic[]): Player {
    const player = new Player({
      read: (page) => this.history.read(page).pipe(tap(() => this.open(player))),
      ...{ topics, at, to },
    });
    return player;
  }

  /** The past has come: from now on the page shows it. */
  private open(player: Player): void {
    const { frames, jumps } = player;
    if (!this.live.replayed()) this.live.playFrom({ frames, jumps, now: () => player.now() });
  }

  private end(): void {
    this.player?.close();
    [this.player, this.followed, this.atEnd] = [undefined, undefined, false];
    this.shown.set(undefined);
    this.live.playLive();
  }

  private tick(elapsedMs: number): void {
    const player = this.player;
    if (!player) return;
    player.advance(Math.min(elapsedMs, LONGEST_STEP_MS));
    if (this.due('shown', elapsedMs, SHOW_EVERY_MS) || player.state !== this.shown()?.state) this.show();
    this.mind(player, elapsedMs);
  }

  private mind({ state, goes }: Player, elapsedMs: number): void {
    if (state === 'playing' && this.due('addressed', elapsedMs, ADDRESS_EVERY_MS)) this.tell();
    if (state === 'failed' && this.due('failed', elapsedMs, RETRY_MS)) this.player?.retry();
    if (state === 'ended' && goes) this.reachEnd();
  }

  private reachEnd(): void {
    if (this.atEnd) return;
    this.atEnd = true;
    this.lookAgain.next();
  }

  private due(what: keyof typeof this.since, elapsedMs: number, everyMs: number): boolean {
    this.since[what] += elapsedMs;
    if (this.since[what] < everyMs) return false;
    this.since[what] = 0;
    return true;
  }

  /** The record has been played to its end as last known: it goes on there, or the present is reached, or it ends. */
  private leaveEnd(span: Span): void {
    this.atEnd = false;
    if (this.live.presentNow() - span.to < CAUGHT_UP_MS && span.to - this.at < CAUGHT_UP_MS) this.goLive();
    else if (this.player?.state === 'ended') this.player.pause();
  }

  private get at(): number {
    return this.player?.now() ?? 0;
  }

  /** Puts into the address what is shown. */
  private tell(): void {
    const player = this.player;
    if (!player) return;
    const speed = player.goes ? this.speed() : undefined;
    this.followed = { at: Math.round(player.target), speed };
    this.show();
    void setQuery(this.router, { at: this.followed.at, speed: speed ?? null }, { replaceUrl: true });
  }

  private show(): void {
    const player = this.player;
    if (!player) return;
    const { state, goes, nextAt, silences, failure, target: at } = player;
    const why = failure instanceof Error ? failure.message : undefined;
    this.shown.set({ at, state, goes, nextAt, silences, why });
  }
}

const within = ({ from, to }: Span, at: number) => Math.min(to, Math.max(from, at));
