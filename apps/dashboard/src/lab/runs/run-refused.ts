import { Component, computed, inject } from '@angular/core';
import { injectTexts } from '../../language/inject-texts';
import { LabRuns } from './lab-runs';
import { runTexts } from './texts/run-texts';

/** Why the last thing asked for was not done; nothing when it was. */
@Component({
  selector: 'tw-run-refused',
  template: `
    @if (said(); as text) {
      <p role="alert">{{ text }}</p>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    p {
      color: var(--warn);
      font-size: var(--text-s);
    }
  `,
})
export class RunRefused {
  private readonly runs = inject(LabRuns);
  private readonly texts = injectTexts(runTexts);

  protected readonly said = computed(() => {
    const [refused, { busy, unreachable, stopping, other }] = [this.runs.refused(), this.texts().refused];
    if (refused?.code === 'shutdown') return stopping;
    switch (refused?.status) {
      case undefined:
        return undefined;
      case 0:
        return unreachable;
      case 409:
        return busy;
      default:
        return other(refused?.message ?? '');
    }
  });
}
