import { Component, computed, inject } from '@angular/core';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { LanesChart, type ChartLane } from '../draw/lanes-chart';
import { latencyScale } from '../race/latency-scale';
import { Race } from '../race/race';
import { NetworkLanes } from './network-lanes';
import { OwnWay } from './own-way';
import { networkTexts } from './texts/network-texts';

/** Latency over time, with what happened to the network drawn across it. */
@Component({
  selector: 'tw-network-chart',
  imports: [LanesChart],
  template: `
    <tw-lanes-chart
      [lanes]="lanes()"
      [scale]="scale()"
      [windowMs]="race.levers().windowMs"
      [moving]="race.state() === 'running'"
      [marks]="marks()"
      [now]="now"
      [label]="texts().chart.label"
    />
    <p>{{ texts().chart.note }}</p>
  `,
  styles: `
    tw-lanes-chart {
      height: 480px;
    }
    p {
      margin-top: var(--space-2);
      color: var(--text-faint);
      font-size: var(--text-xs);
    }
  `,
})
export class NetworkChart {
  private readonly networkLanes = inject(NetworkLanes);
  private readonly way = inject(OwnWay);
  protected readonly race = inject(Race);
  protected readonly texts = injectTexts(networkTexts);
  private readonly formats = injectFormats();
  protected readonly now = () => this.race.now();

  /** Far enough for what a pulled cable does. */
  protected readonly scale = computed(() =>
    latencyScale(this.formats(), Math.max(5_000, this.race.levers().pollingIntervalMs)),
  );
  protected readonly marks = computed(() => {
    const names = this.texts().chart.marks;
    return this.way.marks().map(({ at, what }) => ({ at, label: names[what] }));
  });
  protected readonly lanes = computed<readonly ChartLane[]>(() => {
    const { of } = this.race.levers();
    const figures = this.networkLanes.figures();
    const referenceOf = (name: string) => figures.find((lane) => lane.name === name)?.beside?.p50;
    const lanes = this.race.lanes.map(({ transport, books }) => ({
      ...{ transport, rings: books.of(of).overTime },
      ...referring(referenceOf(transport)),
    }));
    if (!this.way.wanted()) return lanes;
    return [
      ...lanes,
      { transport: 'auto', rings: this.networkLanes.autoRings(), ...referring(referenceOf('auto')) },
    ];
  });
}

const referring = (reference: number | undefined) => (reference === undefined ? {} : { reference });
