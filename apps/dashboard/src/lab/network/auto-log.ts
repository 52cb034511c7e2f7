import { Component, computed, inject } from '@angular/core';
import type { StepReason } from '@tickway/client';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { NetworkLanes } from './network-lanes';
import { networkTexts } from './texts/network-texts';
import { sayReason } from './say-reason';

/** What the lane in auto mode did, when, and why. */
@Component({
  selector: 'tw-auto-log',
  template: `
    @if (auto(); as state) {
      <h2>{{ texts().auto.title }}</h2>
      <ol data-testid="auto-log">
        @for (step of steps(); track step.at) {
          <li>
            <time>{{ step.time }}</time> <strong>{{ step.what }}</strong> {{ step.why }}
          </li>
        } @empty {
          <li>{{ texts().auto.none }}</li>
        }
      </ol>
      @if (failed(); as text) {
        <p>{{ text }}</p>
      }
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }
    h2 {
      margin-bottom: var(--space-2);
    }
    ol {
      display: grid;
      gap: 4px;
      margin: 0;
      padding: 0;
      font-size: var(--text-s);
      list-style: none;
    }
    time {
      color: var(--text-soft);
      font-variant-numeric: tabular-nums;
    }
    strong {
      font-weight: 600;
    }
    p {
      margin-top: var(--space-2);
      color: var(--text-soft);
      font-size: var(--text-s);
    }
  `,
})
export class AutoLog {
  private readonly lanes = inject(NetworkLanes);
  protected readonly texts = injectTexts(networkTexts);
  private readonly formats = injectFormats();
  protected readonly auto = this.lanes.auto;

  protected readonly steps = computed(() => {
    const [{ auto }, { time }] = [this.texts(), this.formats()];
    return [...(this.auto()?.steps ?? [])].reverse().map(({ at, from, to, reason }) => ({
      ...{ at, time: time(at), what: auto.step(from, to), why: this.say(reason) },
    }));
  });
  protected readonly failed = computed(() => {
    const failed = this.auto()?.failed;
    const { time } = this.formats();
    return failed && this.texts().auto.failed(time(failed.at), failed.transport, this.say(failed.reason));
  });

  private say(reason: StepReason): string {
    return sayReason(reason, { texts: this.texts().auto.reasons, formats: this.formats() });
  }
}
