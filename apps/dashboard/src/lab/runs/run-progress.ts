import { Component, computed, inject, input } from '@angular/core';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { Language } from '../../language/language';
import { labWords } from '../words/lab-words';
import { LabRuns } from './lab-runs';
import type { Run } from './run';
import { runTexts } from './texts/run-texts';

/** A run that is going: what it does, how far it is, and the button that ends it. */
@Component({
  selector: 'tw-run-progress',
  template: `
    <div class="line" data-testid="run-progress">
      <strong>{{ texts().progress.kinds[run().kind] }}</strong>
      @let doing = what();
      <span class="what" role="status" [attr.lang]="doing.lang">{{ doing.text }}</span>
      <span class="share">{{ percent() }}</span>
      <button type="button" data-testid="run-cancel" [disabled]="run().ending" (click)="runs.cancel(run())">
        {{ texts().progress.cancel }}
      </button>
    </div>
    <div
      class="bar"
      [class.ending]="run().ending"
      role="progressbar"
      aria-valuemin="0"
      aria-valuemax="100"
      [attr.aria-valuenow]="whole()"
      [attr.aria-label]="texts().progress.label"
    >
      <span [style.transform]="'scaleX(' + run().share + ')'"></span>
    </div>
  `,
  styleUrl: '../styles/button.css',
  styles: `
    :host {
      display: block;
      padding: var(--space-3);
      border: 1px solid var(--accent);
      border-radius: var(--radius-l);
      background: var(--surface);
    }
    .line {
      display: flex;
      align-items: center;
      gap: var(--space-3);
    }
    .what {
      flex: 1;
      min-width: 0;
      overflow: hidden;
      color: var(--text-soft);
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .share {
      font-variant-numeric: tabular-nums;
    }
    .bar {
      height: 6px;
      margin-top: var(--space-2);
      overflow: hidden;
      border-radius: 3px;
      background: var(--sunken);
    }
    .ending {
      opacity: 0.4;
    }
    .bar span {
      display: block;
      height: 100%;
      background: var(--accent);
      transform-origin: left;
      transition: transform 300ms linear;
    }
    @media (prefers-reduced-motion: reduce) {
      .bar span {
        transition: none;
      }
    }
  `,
})
export class RunProgress {
  readonly run = input.required<Run>();

  protected readonly runs = inject(LabRuns);
  protected readonly texts = injectTexts(runTexts);
  private readonly formats = injectFormats();
  private readonly language = inject(Language);
  /** What the lab says that it does, in the page's language as far as it has words for it. */
  protected readonly what = computed(() => {
    const [{ what, ending }, { starting, stopping }, lang] = [
      this.run(),
      this.texts().progress,
      this.language.code(),
    ];
    if (ending || what === '') return { text: ending ? stopping : starting, lang };
    return labWords(what, lang);
  });
  protected readonly whole = computed(() => Math.round(100 * this.run().share));
  protected readonly percent = computed(() => `${this.formats().count(this.whole())} %`);
}
