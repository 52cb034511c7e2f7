import { Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { setQuery } from '../../address/set-query';
import { injectTexts } from '../../language/inject-texts';
import { Race } from '../race/race';
import { runTexts } from './texts/run-texts';

/** Says that the race in this page disturbs a run, and pauses it; nothing while there is none. */
@Component({
  selector: 'tw-race-note',
  template: `
    @if (runs()) {
      <p>
        {{ texts().raceRuns }} <button type="button" (click)="pause()">{{ texts().pauseRace }}</button>
      </p>
    }
  `,
  styleUrl: '../styles/button.css',
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
export class RaceNote {
  private readonly race = inject(Race);
  private readonly router = inject(Router);

  protected readonly texts = injectTexts(runTexts);
  protected readonly runs = computed(() => ['running', 'hidden'].includes(this.race.state()));

  protected pause(): void {
    void setQuery(this.router, { run: null }, { replaceUrl: true });
  }
}
