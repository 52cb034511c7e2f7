import { Component, computed, inject } from '@angular/core';
import { injectTexts } from '../../language/inject-texts';
import type { LabError } from '../operator/lab-error';
import { LabRuns } from './lab-runs';
import type { RunTexts } from './texts/en';
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
    const refused = this.runs.refused();
    return refused && say(refused, this.texts().refused);
  });
}

function say({ code, status, message }: LabError, texts: RunTexts['refused']): string {
  if (code === 'shutdown') return texts.stopping;
  if (status === 409) return texts.busy;
  return status === 0 ? texts.unreachable : texts.other(message);
}
