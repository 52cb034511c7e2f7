import { Component, computed, inject, signal } from '@angular/core';
import type { StepReason } from '@tickway/client';
import { ConnectionAccount } from './connection-account';
import { Live } from '../live/live';
import { firstOf } from '../live/transport-choice';
import { injectFigures } from '../language/inject-figures';
import { injectTexts } from '../language/inject-texts';
import { shellTexts } from './texts/shell-texts';

/** Without any answer for so long, the browser is what keeps a request waiting, most likely, ms. */
const CROWDED_MS = 4_000;

/** How the connection is: state and reason, age of what comes, missing and double; opens to the whole account. */
@Component({
  selector: 'tw-connection-badge',
  imports: [ConnectionAccount],
  templateUrl: './connection-badge.html',
  styleUrl: './connection-badge.css',
  host: { '(keydown.escape)': 'close()', '(document:pointerdown)': 'closeFrom($event)' },
})
export class ConnectionBadge {
  private readonly live = inject(Live);

  protected readonly texts = injectTexts(shellTexts);
  private readonly figures = injectFigures();
  protected readonly open = signal(false);
  protected readonly status = this.live.status;
  protected readonly counts = this.live.counts;
  protected readonly health = this.live.health;
  private readonly auto = this.live.auto;
  protected readonly faulty = computed(() => this.counts().missing + this.counts().double > 0);

  /** Why a request that nobody answers waits, at a guess: a page is not told. */
  protected readonly crowded = computed(() => this.live.crowdedMs() >= CROWDED_MS);
  protected readonly why = computed(() => {
    const { state, code, why, retryAt } = this.status();
    if (this.crowded()) return this.texts().badge.crowded;
    if (this.health() === 'silent')
      return this.texts().badge.silentFor(Math.floor(this.live.silentMs() / 1000));
    if (state === 'waiting' && retryAt !== undefined)
      return this.texts().badge.retryIn(Math.max(0, Math.ceil((retryAt - this.live.time()) / 1000)));
    return state === 'live' ? undefined : (why ?? code);
  });

  /** In auto mode, when it is not on the best: in three words why. */
  protected readonly fallen = computed(() => {
    const auto = this.auto();
    if (!auto || auto.transport === firstOf('auto')) return undefined;
    const words: Partial<Record<StepReason['type'], string>> = this.texts().badge.fallen;
    const fall = auto.steps.findLast(({ reason }) => words[reason.type]);
    return fall && `${fall.from} ${words[fall.reason.type]}`;
  });
  protected readonly transport = computed(() => {
    const { transport } = this.status();
    return this.live.choice() === 'auto' ? `${this.texts().transport.auto} · ${transport}` : transport;
  });

  protected readonly age = computed(() => {
    const { age } = this.live.meter();
    return age && this.figures().range(age.p50, age.p95);
  });

  protected toggle(): void {
    this.open.update((open) => !open);
  }

  protected close(): void {
    this.open.set(false);
  }

  protected closeFrom(event: Event): void {
    const inside = event
      .composedPath()
      .some((node) => node instanceof Element && node.matches('tw-connection-badge'));
    if (!inside) this.close();
  }
}
