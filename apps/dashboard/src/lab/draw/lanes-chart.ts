import { Component, computed, inject, input, viewChild, type ElementRef } from '@angular/core';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { Theme } from '../../shell/theme';
import { labTexts } from '../texts/lab-texts';
import type { TimeRings } from '../race/time-rings';
import type { WindowMs } from '../race/windows';
import { canvasStage, type Stage } from './canvas-stage';
import { drawLanes, type DrawnMark } from './draw-lanes';
import { inksOf } from '../../inks/inks-of';
import { laneInks, type LaneName } from './lane-inks';
import type { LogScale } from './log-scale';

/** What a chart shows of one lane. */
export interface ChartLane {
  readonly transport: LaneName;
  readonly rings: TimeRings;
  /** See `DrawnLane`. */
  readonly shares?: readonly number[];
  /** See `DrawnLane`. */
  readonly reference?: number;
}

/** Lanes over one clock, at the display's own rate. */
@Component({
  selector: 'tw-lanes-chart',
  template: `<canvas #canvas role="img" [attr.aria-label]="label()"></canvas>`,
  styleUrl: '../styles/canvas.css',
})
export class LanesChart {
  readonly lanes = input.required<readonly ChartLane[]>();
  readonly scale = input.required<LogScale>();
  readonly windowMs = input.required<WindowMs>();
  /** What the picture shows, for those who cannot see it. */
  readonly label = input.required<string>();
  readonly moving = input.required<boolean>();
  readonly marks = input<readonly DrawnMark[]>([]);
  /** The time at the right edge, epoch ms. */
  readonly now = input.required<() => number>();

  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');
  private readonly texts = injectTexts(labTexts);
  private readonly formats = injectFormats();
  private readonly look = inject(Theme).look;
  private colours: ReturnType<typeof coloursOf> | undefined;
  private colouredFor: string | undefined;

  private readonly moments = computed(() =>
    [1, 2 / 3, 1 / 3, 0].map((share) => {
      const agoMs = this.windowMs() * share;
      return { agoMs, label: agoMs === 0 ? this.texts().now : `−${this.formats().duration(agoMs)}` };
    }),
  );

  constructor() {
    canvasStage({
      canvas: () => this.canvas().nativeElement,
      draw: (stage) => this.draw(stage),
      moving: () => this.moving(),
    });
  }

  private draw({ context, size, element }: Stage): void {
    const { inks, lanes: laneColours, font } = this.coloursFor(element);
    drawLanes(context, {
      lanes: this.lanes().map(({ transport, rings, ...rest }) => ({
        ...{ name: transport, ink: laneColours[transport], ring: rings.of(this.windowMs()) },
        ...rest,
      })),
      ...{ inks, font, scale: this.scale(), moments: this.moments(), marks: this.marks() },
      ...{ until: this.now()(), windowMs: this.windowMs(), width: size.width, height: size.height },
    });
  }

  /** Reading a colour makes the browser compute styles, so it is done once a look. */
  private coloursFor(element: HTMLElement): ReturnType<typeof coloursOf> {
    if (this.colours && this.colouredFor === this.look()) return this.colours;
    this.colouredFor = this.look();
    return (this.colours = coloursOf(element));
  }
}

const coloursOf = (element: HTMLElement) => ({
  inks: inksOf(element, { line: 'var(--line)', label: 'var(--text-faint)', text: 'var(--text)' }),
  lanes: inksOf(element, laneInks),
  font: getComputedStyle(element).fontFamily,
});
