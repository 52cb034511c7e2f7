import { Component, computed, input } from '@angular/core';

const [WIDTH, HEIGHT] = [240, 44];

/** A small chart of the last values, from zero to the greatest; a value that is not there is a break. */
@Component({
  selector: 'tw-spark-line',
  template: `
    <svg [attr.viewBox]="box" preserveAspectRatio="none" role="img" [attr.aria-label]="label()">
      @for (line of lines(); track $index) {
        <path [attr.d]="line.path" [style.stroke]="line.ink" />
      }
    </svg>
  `,
  styles: `
    :host,
    svg {
      display: block;
      width: 100%;
    }
    svg {
      height: 44px;
      border-bottom: 1px solid var(--line);
    }
    path {
      fill: none;
      stroke: var(--accent);
      stroke-width: 1.5;
      vector-effect: non-scaling-stroke;
    }
  `,
})
export class SparkLine {
  /** Oldest first; all of one length. */
  readonly series = input.required<readonly SparkSeries[]>();
  /** How many values the whole width is for. */
  readonly room = input.required<number>();
  /** What the picture shows, for those who cannot see it. */
  readonly label = input.required<string>();

  protected readonly box = `0 0 ${WIDTH} ${HEIGHT}`;
  protected readonly lines = computed(() => {
    const all = this.series().flatMap(({ values }) => values.filter((value) => value !== undefined));
    const most = Math.max(...all, Number.MIN_VALUE);
    return this.series().map(({ ink, values }) => ({ ink, path: pathOf(values, this.room(), most) }));
  });
}

/** One line of a small chart. */
export interface SparkSeries {
  /** CSS colour. */
  readonly ink: string;
  readonly values: readonly (number | undefined)[];
}

function pathOf(values: readonly (number | undefined)[], room: number, most: number): string {
  let drawing = false;
  return values
    .map((value, index) => {
      if (value === undefined) {
        drawing = false;
        return '';
      }
      const x = WIDTH * (1 - (values.length - 1 - index) / (room - 1));
      const y = HEIGHT - 1 - (HEIGHT - 3) * (value / most);
      const step = `${drawing ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
      drawing = true;
      return step;
    })
    .join('');
}
