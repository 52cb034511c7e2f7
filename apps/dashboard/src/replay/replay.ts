import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import type { Received, Topic } from '@tickway/protocol';
import { animationFrames, catchError, EMPTY, pairwise, tap } from 'rxjs';
import { setQuery } from '../address/set-query';
import { Live, topics } from '../live/live';
import { every } from './every';
import { HISTORY } from './history';
import { injectExtent } from './inject-extent';
import { Player } from './player';
import { injectReplayWish, sameWish, type ReplayWish, type Speed } from './replay-wish';
import { spanOf, type Span } from './span';
import { shownOf, type Shown } from './shown';

/** How often the address is brought up to date while it plays, ms of the viewer's. */
const ADDRESS_EVERY_MS = 10_000;
/** How often what failed is tried again, ms. */
const RETRY_MS = 3_000;
/** How often what a viewer reads is renewed while it plays, ms. */
const SHOW_EVERY_MS = 100;
/** The most that may pass at once, ms: a page that lay in the background goes on where it was. */
const LONGEST_STEP_MS = 250;
/** Rows of feeds that are asked for; they change with a restart, or when one falls silent. */
const MOST_FEED_ROWS = 2_000;
/** Nearer to the present than this a replay has caught up with it, ms. */
const CAUGHT_UP_MS = 5_000;

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
  private readonly record = injectExtent();
  private player: Player | undefined;
  /** The wish that the player follows, which the address may not say yet. */
  private followed: ReplayWish | undefined;
  private atEnd = false;
  private readonly due = {
    show: every(SHOW_EVERY_MS),
    address: every(ADDRESS_EVERY_MS),
    retry: every(RETRY_MS),
  };

  /** What the server says of its record. */
  readonly extent = this.record.extent;
  /** What feeds ran, and how, over the whole record: by it each moment of the slider has the clock of its scene. */
  readonly feedsTold = signal<readonly Received[]>([]);
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
    const ticking = animationFrames()
      .pipe(pairwise())
      .subscribe(([before, now]) => this.tick(now.elapsed - before.elapsed));
    effect(() => {
      const [wish, span, shown] = [this.asked(), this.span(), this.topics()];
      // The feeds tell what the scene's clocks showed then.
      untracked(() => (wish && span ? this.follow(wish, span, [...shown, topics.feeds]) : this.end()));
    });
    // Anew with each life of the server.
    const lives = computed(() => {
      const extent = this.extent();
      return typeof extent === 'string' || !this.span() ? 0 : 1 + extent.cuts.length;
    });
    effect((over) => {
      if (lives() === 0) return;
      const reading = untracked(() => this.readFeeds());
      over(() => reading?.unsubscribe());
    });
    inject(DestroyRef).onDestroy(() => {
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
    this.record.askAgain();
  }

  /** Brings back now. */
  goLive(): void {
    void setQuery(this.router, { at: null, speed: null });
  }

  private follow(wish: ReplayWish, span: Span, played: readonly Topic[]): void {
    const player = (this.player ??= this.playerAt(within(span, wish.at), span, played));
    player.extend(span.to);
    if (player.topics.join() !== played.join()) player.follow(played);
    if (!sameWish(wish, this.followed)) this.obey(player, wish, span);
    else if (this.atEnd) this.leaveEnd(span);
  }

  private obey(player: Player, wish: ReplayWish, span: Span): void {
    this.followed = wish;
    player.seek(within(span, wish.at));
    if (wish.speed) this.speed.set(wish.speed);
    if (wish.speed) player.play(wish.speed);
    else player.pause();
    this.show();
  }

  private readFeeds() {
    const span = this.span();
    return (
      span &&
      this.history
        .read({ topics: [topics.feeds], begin: { at: span.from }, to: span.to, most: MOST_FEED_ROWS })
        // Without them the clock is that of the scene at the moment shown.
        .pipe(catchError(() => EMPTY))
        .subscribe(({ frames }) => this.feedsTold.set(frames))
    );
  }

  private playerAt(at: number, { to }: Span, played: readonly Topic[]): Player {
    const player = new Player({
      read: (page) => this.history.read(page).pipe(tap(() => this.open(player))),
      ...{ topics: played, at, to },
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
    if (this.due.show(elapsedMs) || player.state !== this.shown()?.state) this.show();
    this.mind(player, elapsedMs);
  }

  private mind({ state, goes }: Player, elapsedMs: number): void {
    if (state === 'playing' && this.due.address(elapsedMs)) this.tell();
    if (state === 'failed' && this.due.retry(elapsedMs)) this.player?.retry();
    if (state === 'ended' && goes) this.reachEnd();
  }

  private reachEnd(): void {
    if (this.atEnd) return;
    this.atEnd = true;
    this.record.askAgain();
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
    if (this.player) this.shown.set(shownOf(this.player, untracked(this.extent)));
  }
}

const within = ({ from, to }: Span, at: number) => Math.min(to, Math.max(from, at));
