import { Component, computed, input } from '@angular/core';
import { injectFormats } from '../../language/inject-formats';
import { laneInks } from '../draw/lane-inks';
import { shareOn } from '../draw/log-scale';
import type { PollingPoint } from './polling-points';
import { pollingPrediction } from './polling-prediction';

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [480, 260, 48, 14, 12, 26];
const across = { from: 200, to: 6_500, ticks: [] };
const upward = { from: 90, to: 8_000, ticks: [] };
const x = (ms: number) => LEFT + (WIDTH - LEFT - RIGHT) * shareOn(across, ms);
const y = (ms: number) => HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * shareOn(upward, ms);

/** Mean and maximum latency against the polling interval: predicted as lines, measured as points. */
@Component({
  selector: 'tw-interval-plot',
  template: `
    <svg [attr.viewBox]="box" role="img" [attr.aria-label]="label()">
      @for (tick of upTicks(); track tick.at) {
        <line class="rule" [attr.x1]="left" [attr.x2]="right" [attr.y1]="tick.at" [attr.y2]="tick.at" />
        <text class="up" [attr.x]="left - 6" [attr.y]="tick.at + 4">{{ tick.name }}</text>
      }
      @for (tick of acrossTicks(); track tick.at) {
        <text class="across" [attr.x]="tick.at" [attr.y]="bottom">{{ tick.name }}</text>
      }
      <path [attr.d]="lines().max" />
      <path [attr.d]="lines().mean" />
      @for (point of dots(); track point.x) {
        <circle [attr.cx]="point.x" [attr.cy]="point.mean" r="5" [style.fill]="ink" />
        <circle class="ring" [attr.cx]="point.x" [attr.cy]="point.max" r="5" [style.stroke]="ink" />
      }
    </svg>
  `,
  styleUrl: '../styles/plot.css',
  styles: `
    path {
      fill: none;
      stroke: var(--text);
      stroke-width: 1.5;
      stroke-dasharray: 6 4;
    }
    .ring {
      fill: none;
      stroke-width: 2;
    }
  `,
})
export class IntervalPlot {
  readonly points = input.required<readonly PollingPoint[]>();
  readonly intervals = input.required<readonly number[]>();
  readonly transitMs = input.required<number>();
  /** What the picture shows, for those who cannot see it. */
  readonly label = input.required<string>();

  private readonly formats = injectFormats();
  protected readonly box = `0 0 ${WIDTH} ${HEIGHT}`;
  protected readonly ink = laneInks.polling;
  protected readonly left = LEFT;
  protected readonly right = WIDTH - RIGHT;
  protected readonly bottom = HEIGHT - 8;
  protected readonly upTicks = computed(() => this.ticks([100, 300, 1_000, 3_000], y));
  protected readonly acrossTicks = computed(() => this.ticks(this.intervals(), x));
  protected readonly lines = computed(() => ({ mean: this.line('meanMs'), max: this.line('maxMs') }));
  protected readonly dots = computed(() =>
    this.points().map(({ intervalMs, meanMs, maxMs }) => ({
      x: x(intervalMs),
      mean: y(meanMs),
      max: y(maxMs),
    })),
  );

  private ticks(values: readonly number[], place: (ms: number) => number) {
    return values.map((value) => ({ at: place(value), name: this.formats().duration(value) }));
  }

  private line(of: 'meanMs' | 'maxMs'): string {
    const steps = Array.from({ length: 40 }, (_, i) => across.from * (across.to / across.from) ** (i / 39));
    const place = (ms: number) =>
      `${x(ms).toFixed(1)} ${y(pollingPrediction(ms, this.transitMs())[of]).toFixed(1)}`;
    return `M${steps.map(place).join('L')}`;
  }
}
