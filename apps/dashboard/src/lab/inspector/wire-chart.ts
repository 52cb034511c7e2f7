import { Component, computed, inject, input, output, viewChild, type ElementRef } from '@angular/core';
import { injectTexts } from '../../language/inject-texts';
import { inksOf } from '../../inks/inks-of';
import { Theme } from '../../shell/theme';
import { canvasStage, type Stage } from '../draw/canvas-stage';
import { BOTTOM, drawWire, xOf } from './draw-wire';
import { inspectorTexts } from './texts/inspector-texts';
import { wireInks } from './wire-inks';
import { WireView } from './wire-view';
import type { WireLane } from './wire-book';

/** How far from an event a press still means it, CSS px. */
const NEAR = 8;

/** The wire over time: a lane for each transport. */
@Component({
  selector: 'tw-wire-chart',
  template: `<canvas #canvas role="img" [attr.aria-label]="label()" (click)="press($event)"></canvas>`,
  styleUrl: '../styles/canvas.css',
  styles: `
    canvas {
      cursor: crosshair;
    }
  `,
})
export class WireChart {
  /** Number of the event that is looked at. */
  readonly selected = input.required<number | undefined>();
  readonly moving = input.required<boolean>();
  /** An event was pressed. */
  readonly chosen = output<number>();

  private readonly view = inject(WireView);
  private readonly look = inject(Theme).look;
  private readonly texts = injectTexts(inspectorTexts);
  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');
  private colours: { readonly look: string; readonly of: ReturnType<typeof coloursOf> } | undefined;
  private size = { width: 1, height: 1 };

  protected readonly label = computed(() => this.texts().chart);

  constructor() {
    canvasStage({
      canvas: () => this.canvas().nativeElement,
      draw: (stage) => this.draw(stage),
      moving: () => this.moving(),
    });
  }

  private draw({ context, size, element }: Stage): void {
    if (this.colours?.look !== this.look()) this.colours = { look: this.look(), of: coloursOf(element) };
    const { inks, lanes, font } = this.colours.of;
    this.size = size;
    const window = this.view.window();
    drawWire(context, {
      lanes: this.view.lanes().map((lane) => ({ lane, name: this.nameOf(lane), ink: lanes[lane] })),
      events: this.view.drawn(window),
      selected: this.selected(),
      moments: momentsOf(window, (agoMs) => this.view.ago(agoMs)),
      ...{ window, inks, font, width: size.width, height: size.height },
    });
  }

  private nameOf(lane: WireLane): string {
    return lane === 'clock' ? this.texts().clock : lane;
  }

  /** Chooses the event next to where was pressed, in that lane. */
  protected press({ offsetX, offsetY }: MouseEvent): void {
    const window = this.view.window();
    const lanes = this.view.lanes();
    const lane = lanes[Math.floor((offsetY * lanes.length) / (this.size.height - BOTTOM))];
    const [nearest] = this.view
      .drawn(window)
      .filter(({ event }) => event.lane === lane)
      .map(({ event: { n, at } }) => ({
        n,
        off: Math.abs(xOf({ window, width: this.size.width }, at) - offsetX),
      }))
      .filter(({ off }) => off <= NEAR)
      .sort((a, b) => a.off - b.off);
    if (nearest) this.chosen.emit(nearest.n);
  }
}

const coloursOf = (element: HTMLElement) => ({
  inks: inksOf(element, {
    ...{ line: 'var(--line)', label: 'var(--text-faint)', text: 'var(--text-soft)' },
    focus: 'var(--focus)',
  }),
  lanes: inksOf(element, wireInks),
  font: getComputedStyle(element).fontFamily,
});

const momentsOf = (
  { from, until }: { readonly from: number; readonly until: number },
  say: (agoMs: number) => string,
) =>
  [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const at = from + (until - from) * share;
    return { at, label: say(until - at) };
  });
