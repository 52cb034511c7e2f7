import { Component, computed, inject } from '@angular/core';
import { injectTexts } from '../language/inject-texts';
import { FenceWatch } from '../map/fences/fence-watch';
import { Alerts } from './alerts';
import { Announcer } from './announcer';
import { alertTexts } from './texts/alert-texts';

/** Alerts that came true, and who entered or left an area, over whichever page is open; spoken by screen readers. */
@Component({
  selector: 'tw-alert-toast',
  template: `
    <span class="unseen" role="alert" data-testid="alert-said">{{ announcer.said() }}</span>
    @if (latest().length > 0 || crossings().length > 0) {
      <div class="toast" data-testid="alert-toast">
        <ul>
          @for (fired of latest(); track fired.alert.id) {
            <li>{{ announcer.sentence(fired) }}</li>
          }
          @for (crossing of crossings(); track crossing.id) {
            <li>{{ fences.sentence(crossing) }}</li>
          }
        </ul>
        <button type="button" [attr.aria-label]="texts().dismiss" (click)="dismiss()">×</button>
      </div>
    }
  `,
  styles: `
    .toast {
      position: fixed;
      z-index: 35;
      bottom: calc(64px + env(safe-area-inset-bottom));
      left: 50%;
      display: flex;
      gap: var(--space-3);
      max-width: calc(100vw - 24px);
      padding: var(--space-3) var(--space-4);
      border: 1px solid var(--warn);
      border-radius: var(--radius-l);
      background: var(--raised);
      box-shadow: var(--shadow-l);
      transform: translateX(-50%);
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    button {
      width: 24px;
      height: 24px;
      padding: 0;
      border: 0;
      background: none;
      color: var(--text-soft);
      font-size: 16px;
    }
  `,
})
export class AlertToast {
  protected readonly alerts = inject(Alerts);
  protected readonly announcer = inject(Announcer);
  protected readonly texts = injectTexts(alertTexts);
  protected readonly fences = inject(FenceWatch);
  protected readonly crossings = computed(() => this.fences.latest().slice(0, 3));
  protected readonly latest = computed(() => this.alerts.fired().slice(0, 3));

  protected dismiss(): void {
    this.alerts.clear();
    this.fences.clear();
  }
}
