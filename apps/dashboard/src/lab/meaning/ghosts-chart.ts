import { Component, inject, input, viewChild, type ElementRef } from '@angular/core';
import { transportNames } from '@tickway/protocol';
import type { Position } from '@tickway/tracking';
import { injectFormats } from '../../language/inject-formats';
import { Theme } from '../../shell/theme';
import { canvasStage, type Stage } from '../draw/canvas-stage';
import { inksOf } from '../../inks/inks-of';
import { laneInks } from '../draw/lane-inks';
import { Beliefs } from './beliefs';
import { drawGhosts, type Ghost, type Lag } from './draw-ghosts';

/** Distances that the view may reach, metres. */
const reaches = [60, 120, 250, 500, 1_000, 2_500, 5_000, 20_000];
/** How many of the last fixes are shown. */
const TRACK = 8;
/** How long the view stays wide after an error, ms: it must not jump with every poll. */
const WIDE_MS = 15_000;

/** A lag shorter than this is not drawn, ms: nobody would have seen it. */
const SEEN_MS = 50;

/** A transport that is or was behind, and for how long. */
interface Lagged extends Ghost {
  readonly ms: number;
}

/** One vehicle where each transport believes it is. */
@Component({
  selector: 'tw-ghosts-chart',
  template: `<canvas #canvas role="img" [attr.aria-label]="label()"></canvas>`,
  styleUrl: '../styles/canvas.css',
})
export class GhostsChart {
  readonly vehicle = input.required<string>();
  readonly moving = input.required<boolean>();
  /** What the picture shows, for those who cannot see it. */
  readonly label = input.required<string>();

  private readonly beliefs = inject(Beliefs);
  private readonly formats = injectFormats();
  private readonly look = inject(Theme).look;
  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');
  private track: readonly Position[] = [];
  private tracked = '';
  private wide = { reach: 0, until: 0 };
  private lags: readonly Lagged[] = [];
  private newsAt = 0;
  private colours: { readonly look: string; readonly of: ReturnType<typeof coloursOf> } | undefined;

  constructor() {
    canvasStage({
      canvas: () => this.canvas().nativeElement,
      draw: (stage) => this.draw(stage),
      moving: () => this.moving(),
    });
  }

  private draw({ context, size, element }: Stage): void {
    const truth = this.beliefs.vehicles.newest(this.vehicle())?.value;
    if (!truth) return context.clearRect(0, 0, size.width, size.height);
    this.follow(truth);
    const { inks, lanes, font } = this.coloursFor(element);
    const ghosts = this.ghosts(lanes);
    drawGhosts(context, {
      ...{ truth, ghosts, inks, font, track: this.track },
      lags: this.lagsOf(ghosts),
      reach: this.reachFor(Math.max(0, ...[...ghosts, ...this.lags].map(({ error }) => error))),
      width: size.width,
      height: size.height,
      distance: (metres) => this.formats().distance(metres),
    });
  }

  private follow(truth: Position): void {
    if (this.tracked !== this.vehicle()) this.track = this.lags = [];
    this.tracked = this.vehicle();
    if (this.track.at(-1) === truth) return;
    this.track = [...this.track.slice(1 - TRACK), truth];
    this.newsAt = performance.now();
  }

  private ghosts(inks: Readonly<Record<string, string>>): readonly Ghost[] {
    const { vehicles } = this.beliefs;
    return transportNames.flatMap((name) => {
      const held = vehicles.held(name, this.vehicle());
      const error = vehicles.error(name, this.vehicle()) ?? 0;
      const label = this.formats().distance(error);
      return held ? [{ name, ink: inks[name] ?? '', position: held.value, error, label }] : [];
    });
  }

  /** Notes who is behind, and tells of those who have been long enough to be seen. */
  private lagsOf(ghosts: readonly Ghost[]): readonly Lag[] {
    const ms = performance.now() - this.newsAt;
    const behind = ghosts.filter(({ error }) => error >= 0.5).map((ghost) => ({ ...ghost, ms }));
    const names = new Set(behind.map(({ name }) => name));
    this.lags = [...this.lags.filter(({ name }) => !names.has(name)), ...behind];
    return this.lags
      .filter(({ name, ms: lasted }) => lasted >= SEEN_MS && !names.has(name))
      .map((lag) => ({
        ...lag,
        label: `${this.formats().duration(lag.ms)} · ${this.formats().distance(lag.error)}`,
      }));
  }

  private reachFor(error: number): number {
    const wanted = reaches.find((reach) => reach * 0.8 >= error) ?? 20_000;
    const now = performance.now();
    if (wanted >= this.wide.reach || now > this.wide.until)
      this.wide = { reach: wanted, until: now + WIDE_MS };
    return this.wide.reach;
  }

  private coloursFor(element: HTMLElement): ReturnType<typeof coloursOf> {
    if (this.colours?.look !== this.look()) this.colours = { look: this.look(), of: coloursOf(element) };
    return this.colours.of;
  }
}

const coloursOf = (element: HTMLElement) => ({
  inks: inksOf(element, {
    line: 'var(--line)',
    label: 'var(--text-faint)',
    text: 'var(--text)',
    ground: 'var(--surface)',
  }),
  lanes: inksOf(element, laneInks),
  font: getComputedStyle(element).fontFamily,
});
