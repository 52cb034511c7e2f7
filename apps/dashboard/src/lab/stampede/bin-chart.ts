import { Component, computed, input } from '@angular/core';
import { plotLayout, type Plot, type PlotRoom } from '@tickway/report';
import { hostWidth } from '../draw/host-width';

const HEIGHT = 190;
const roomOf = (width: number): PlotRoom => ({
  ...{ width, height: HEIGHT },
  ...{ left: 40, right: 10, top: 12, bottom: 24 },
});

/** A series of a chart: measured bins as bars or dots, or a prediction as a line. */
export interface BinSeries {
  readonly label: string;
  /** CSS colour. */
  readonly ink: string;
  readonly kind: 'line' | 'dots';
  readonly points: readonly (readonly [ms: number, value: number])[];
}

/** What happened after an event by time, several runs over each other: predictions as dashed lines, measurements as stepped areas. */
@Component({
  selector: 'tw-bin-chart',
  template: `
    <svg [attr.viewBox]="box()" role="img" [attr.aria-label]="label()">
      @for (tick of layout().up; track tick.at) {
        <line class="rule" [attr.x1]="left" [attr.x2]="right()" [attr.y1]="tick.at" [attr.y2]="tick.at" />
        <text class="up" [attr.x]="left - 6" [attr.y]="tick.at + 4">{{ tick.text }}</text>
      }
      @for (tick of layout().across; track tick.at) {
        <text class="across" [attr.x]="tick.at" [attr.y]="bottom">
          {{ tick.text }}{{ $last ? ' ms' : '' }}
        </text>
      }
      @for (one of drawn(); track $index) {
        <path [class]="one.kind" [attr.d]="one.path" [style.stroke]="one.ink" [style.fill]="one.fill" />
      }
    </svg>
  `,
  styleUrl: '../styles/plot.css',
  styles: `
    .across:last-of-type {
      text-anchor: end;
    }
    path {
      stroke-width: 1.5;
      vector-effect: non-scaling-stroke;
    }
    .line {
      fill: none;
      stroke-dasharray: 6 4;
    }
    .dots {
      fill-opacity: 0.16;
    }
  `,
})
export class BinChart {
  readonly series = input.required<readonly BinSeries[]>();
  /** The width of a bin, ms. */
  readonly binMs = input(10);
  /** What the picture shows, for those who cannot see it. */
  readonly label = input.required<string>();

  private readonly width = hostWidth(760);
  private readonly room = computed(() => roomOf(this.width()));
  protected readonly box = computed(() => `0 0 ${this.width()} ${HEIGHT}`);
  protected readonly left = roomOf(0).left;
  protected readonly right = computed(() => this.width() - this.room().right);
  protected readonly bottom = HEIGHT - 6;

  protected readonly layout = computed(() => plotLayout(plotOf(this.series(), this.binMs()), this.room()));
  protected readonly drawn = computed(() =>
    this.layout().series.map(({ kind, points }, index) => {
      const ink = this.series()[index]?.ink ?? '';
      const path = kind === 'line' ? lineOf(points) : stepsOf(points);
      return { kind, path, ink, fill: kind === 'line' ? 'none' : ink };
    }),
  );
}

/** Steps need their right end too: each point stands for its bin's beginning. */
const plotOf = (series: readonly BinSeries[], binMs: number): Plot => ({
  ...{ name: '', title: '', x: '', y: '' },
  series: series.map(({ label, kind, points }, index) => {
    const last = points.at(-1);
    const closed = kind === 'dots' && last ? [...points, [last[0] + binMs, last[1]] as const] : points;
    return { label: `${index} ${label}`, kind, points: closed };
  }),
});

type Points = readonly (readonly [number, number])[];

const lineOf = (points: Points) =>
  points.length > 0 ? `M${points.map(([x, y]) => `${x} ${y}`).join('L')}` : '';

function stepsOf(points: Points): string {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return '';
  const ground = HEIGHT - roomOf(0).bottom;
  return `M${first[0]} ${ground}${points.map(([x, y]) => `H${x}V${y}`).join('')}V${ground}`;
}
