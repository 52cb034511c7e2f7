import { Component, computed, input } from '@angular/core';
import type { AutoState } from '@tickway/client';
import { injectFormats } from '../language/inject-formats';
import { injectTexts } from '../language/inject-texts';
import { sayStep, sayTry } from './say-reason';
import { autoTexts } from './texts/auto-texts';

/** What auto mode has done and why, newest first, and what it does next. */
@Component({
  selector: 'tw-auto-steps',
  template: `
    <h3>{{ texts().steps }}</h3>
    <ol data-testid="auto-steps">
      @for (step of steps(); track step.at) {
        <li>
          <time>{{ formats().time(step.at) }}</time>
          <span>
            <b>{{ step.from }} → {{ step.to }}</b>
            {{ step.why }}
          </span>
        </li>
      } @empty {
        <li>{{ texts().none }}</li>
      }
    </ol>
    <p data-testid="auto-next">{{ next() }}</p>
    @if (failed(); as failed) {
      <p>{{ texts().failed(failed) }}</p>
    }
  `,
  styleUrl: './auto-steps.css',
})
export class AutoSteps {
  readonly state = input.required<AutoState>();
  /** This machine's time, epoch ms. */
  readonly now = input.required<number>();

  protected readonly texts = injectTexts(autoTexts);
  protected readonly formats = injectFormats();
  private readonly voice = computed(() => ({ texts: this.texts(), formats: this.formats() }));

  protected readonly steps = computed(() =>
    this.state()
      .steps.map((step) => ({ ...step, why: sayStep(step, this.voice()) }))
      .reverse(),
  );
  protected readonly failed = computed(() => {
    const { failed } = this.state();
    return failed && sayTry(failed, this.voice());
  });
  protected readonly next = computed(() => {
    const { trying, nextTryAt } = this.state();
    if (trying) return this.texts().trying(trying);
    if (nextTryAt === undefined) return this.texts().best;
    return this.texts().nextTry(Math.max(0, Math.ceil((nextTryAt - this.now()) / 1000)));
  });
}
