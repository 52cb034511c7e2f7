import { Component, computed, inject } from '@angular/core';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { LanesChart, type ChartLane } from '../draw/lanes-chart';
import { StartNote } from '../levers/start-note';
import { labTexts } from '../texts/lab-texts';
import { alsoServed } from './figure-rows';
import { latencyScale } from './latency-scale';
import { Race } from './race';
import { RaceTable } from './race-table';

/** How many bars a distribution is drawn in. */
const BARS = 36;

/** Five lanes over one clock, and their figures. */
@Component({
  selector: 'tw-race-view',
  imports: [LanesChart, RaceTable, StartNote],
  templateUrl: './race-view.html',
  styleUrls: ['../styles/card.css', './race-view.css'],
})
export class RaceView {
  protected readonly race = inject(Race);
  protected readonly texts = injectTexts(labTexts);
  protected readonly formats = injectFormats();
  protected readonly scale = computed(() =>
    latencyScale(this.formats(), this.race.levers().pollingIntervalMs),
  );
  protected readonly now = () => this.race.now();
  protected readonly moving = computed(() => this.race.state() === 'running');
  protected readonly started = computed(() => this.race.figures().startedAt !== undefined);
  protected readonly isLatest = computed(() => this.race.levers().of !== 'trades');
  protected readonly others = computed(() => alsoServed(this.race.figures()));

  protected readonly lanes = computed<readonly ChartLane[]>(() => {
    this.race.figures(); // the distributions are read as often as the figures
    const { of } = this.race.levers();
    return this.race.lanes.map(({ transport, books }) => ({
      transport,
      rings: books.of(of).overTime,
      shares: books.of(of).latency.shares(BARS, this.scale()),
    }));
  });

  protected readonly measured = computed(() => {
    const { lanes, clock } = this.race.figures();
    const spreads = lanes.map(({ topics }) => topics.get(this.race.levers().of)?.latency);
    const least = Math.min(...spreads.map((spread) => spread?.min ?? 0));
    return {
      samples: spreads.reduce((total, spread) => total + (spread?.samples ?? 0), 0),
      // The clocks tell whole milliseconds, so one more is no sign of anything.
      ...(clock && least < -clock.errorMs - 1 && { least }),
    };
  });
}
