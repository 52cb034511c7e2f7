import { Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { setQuery } from '../address/set-query';
import { injectFigures } from '../language/inject-figures';
import { injectTexts } from '../language/inject-texts';
import { Live } from '../live/live';
import { buttonTexts } from './texts/button-texts';
import { injectReplayWish } from './replay-wish';

/** How far back a replay begins, ms. */
const BACK_MS = 60_000;

/** Opens the past; while the page shows it, says so where the connection's state stands else, and leads back to now. */
@Component({
  selector: 'tw-replay-button',
  template: `
    @if (live.replayed()) {
      <button
        type="button"
        class="past"
        data-testid="replay-mark"
        [title]="texts().markTitle"
        (click)="goLive()"
      >
        <strong>{{ texts().mark }}</strong> <span>{{ ago() }}</span>
      </button>
      <span class="unseen" role="status">{{ texts().mark }}</span>
      <div class="frame" aria-hidden="true"></div>
    } @else if (offered()) {
      <button
        type="button"
        class="open"
        data-testid="replay-open"
        [attr.aria-label]="texts().open"
        [attr.aria-pressed]="wish() !== undefined"
        [title]="texts().openTitle"
        (click)="turn()"
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M4 10a6 6 0 1 0 2-4.5L4 7.3M4 3.5v3.8h3.8M10 6.8V10l2.3 1.6" />
        </svg>
      </button>
    }
  `,
  styleUrl: './replay-button.css',
})
export class ReplayButton {
  private readonly router = inject(Router);
  private readonly figures = injectFigures();

  protected readonly live = inject(Live);
  protected readonly texts = injectTexts(buttonTexts);
  protected readonly wish = injectReplayWish();
  /** A page without anything live has no past either, but what was opened elsewhere can be closed. */
  protected readonly offered = computed(() => this.live.needed().length > 0 || this.wish() !== undefined);
  protected readonly ago = computed(() =>
    this.texts().ago(this.figures().age(this.live.presentTime() - this.live.serverTime())),
  );

  protected turn(): void {
    if (this.wish()) this.goLive();
    else void setQuery(this.router, { at: Math.round(this.live.presentNow() - BACK_MS), speed: 1 });
  }

  protected goLive(): void {
    void setQuery(this.router, { at: null, speed: null });
  }
}
