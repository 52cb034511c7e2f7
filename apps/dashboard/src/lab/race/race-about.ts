import { Component, computed, DOCUMENT, inject } from '@angular/core';
import { injectTexts } from '../../language/inject-texts';
import { Live } from '../../live/live';
import { seedsOf } from '../levers/seeds-of';
import { labTexts } from '../texts/lab-texts';
import { browserName } from './browser-name';
import { Race } from './race';

/** Where the race's figures come from, beside every view of them: the page's machine and browser, the server's version, the seeds. */
@Component({
  selector: 'tw-race-about',
  template: `
    @if (said(); as text) {
      <p data-testid="race-about">{{ text }}</p>
    }
  `,
  styles: `
    :host {
      min-width: 0;
    }
    p {
      color: var(--text-faint);
      font-size: var(--text-xs);
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class RaceAbout {
  private readonly race = inject(Race);
  private readonly live = inject(Live);
  private readonly texts = injectTexts(labTexts);
  private readonly here = hereOf(inject(DOCUMENT).defaultView?.navigator);
  private readonly seeds = computed(() =>
    Object.entries(seedsOf(this.live.feeds.state()?.state ?? new Map()))
      .map(([feed, seed]) => `${feed} ${seed}`)
      .join(', '),
  );

  protected readonly said = computed(() => {
    const { startedAt, node } = this.race.figures();
    if (startedAt === undefined) return undefined;
    return this.texts().race.about(this.here, `Node ${node ?? '–'}`, this.seeds() || '–');
  });
}

const hereOf = (navigator: Navigator | undefined) =>
  navigator ? `${browserName(navigator.userAgent)}, ${navigator.hardwareConcurrency} × CPU` : '–';
