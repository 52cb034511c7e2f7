import { Component, computed, inject } from '@angular/core';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { pollingIntervals } from '../levers/levers';
import { StartNote } from '../levers/start-note';
import { Race } from '../race/race';
import { labTexts } from '../texts/lab-texts';
import { AnswersChart } from './answers-chart';
import { IntervalPlot } from './interval-plot';
import { PollingPoints } from './polling-points';
import { pollingPrediction } from './polling-prediction';

/** Polling by the formula, beside what the race measures. */
@Component({
  selector: 'tw-formula-view',
  imports: [AnswersChart, IntervalPlot, StartNote],
  templateUrl: './formula-view.html',
  styleUrls: ['../styles/card.css', '../styles/figures-table.css', './formula-view.css'],
})
export class FormulaView {
  private readonly race = inject(Race);
  private readonly measured = inject(PollingPoints);

  protected readonly texts = injectTexts(labTexts);
  protected readonly formats = injectFormats();
  protected readonly intervals = pollingIntervals;
  protected readonly started = computed(() => this.race.figures().startedAt !== undefined);
  protected readonly hasTrades = computed(() =>
    this.race.levers().topics.some((topic) => topic === 'trades'),
  );
  /** One transit: the shortest round trip that was seen bounds the clock's error by its half. */
  protected readonly transitMs = computed(() => this.race.figures().clock?.errorMs ?? 0);
  protected readonly predicted = computed(() =>
    pollingPrediction(this.race.levers().pollingIntervalMs, this.transitMs()),
  );
  protected readonly names = computed(() => ({
    mean: `${this.texts().formula.predicted} · ${this.texts().formula.mean}`,
    max: `${this.texts().formula.predicted} · ${this.texts().formula.max}`,
  }));
  protected readonly points = computed(() => [...this.measured.points().values()]);

  protected readonly rows = computed(() =>
    [...this.points()]
      .sort((a, b) => a.intervalMs - b.intervalMs)
      .map((point) => {
        const predicted = pollingPrediction(point.intervalMs, this.transitMs());
        const off = (measured: number, said: number) => measured / said - 1;
        return {
          point,
          predicted,
          meanOff: off(point.meanMs, predicted.meanMs),
          maxOff: off(point.maxMs, predicted.maxMs),
        };
      }),
  );

  protected signed(share: number): string {
    return `${share > 0 ? '+' : ''}${this.formats().percent(share)}`;
  }
}
