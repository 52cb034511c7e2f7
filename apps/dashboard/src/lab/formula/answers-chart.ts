import { Component, inject, input, viewChild, type ElementRef } from '@angular/core';
import { parseTopic } from '@tickway/protocol';
import { injectFormats } from '../../language/inject-formats';
import { Theme } from '../../shell/theme';
import { canvasStage, type Stage } from '../draw/canvas-stage';
import { inksOf } from '../../inks/inks-of';
import { laneInks } from '../draw/lane-inks';
import { Race } from '../race/race';
import { drawAnswers } from './draw-answers';
import type { PollingPrediction } from './polling-prediction';

const TRADES = parseTopic('trades');

/** Every polling answer of the race as it comes, and what the formula says of it. */
@Component({
  selector: 'tw-answers-chart',
  template: `<canvas #canvas role="img" [attr.aria-label]="label()"></canvas>`,
  styleUrl: '../styles/canvas.css',
})
export class AnswersChart {
  readonly predicted = input.required<PollingPrediction>();
  /** How the predicted lines are called. */
  readonly names = input.required<{ readonly mean: string; readonly max: string }>();
  /** What the picture shows, for those who cannot see it. */
  readonly label = input.required<string>();

  private readonly race = inject(Race);
  private readonly formats = injectFormats();
  private readonly look = inject(Theme).look;
  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');
  private colours: { readonly look: string; readonly of: ReturnType<typeof coloursOf> } | undefined;

  constructor() {
    canvasStage({
      canvas: () => this.canvas().nativeElement,
      draw: (stage) => this.draw(stage),
      moving: () => this.race.state() === 'running',
    });
  }

  private draw({ context, size, element }: Stage): void {
    if (this.colours?.look !== this.look()) this.colours = { look: this.look(), of: coloursOf(element) };
    const [until, { windowMs }] = [this.race.now(), this.race.levers()];
    const polling = this.race.lanes.find(({ transport }) => transport === 'polling');
    drawAnswers(context, {
      answers: polling?.books.of(TRADES).answers.since(until - windowMs) ?? [],
      ...{ predicted: this.predicted(), names: this.names(), until, windowMs },
      ...{ ...this.colours.of, width: size.width, height: size.height },
      duration: (ms) => this.formats().duration(ms),
    });
  }
}

const coloursOf = (element: HTMLElement) => ({
  inks: inksOf(element, {
    line: 'var(--line)',
    label: 'var(--text-faint)',
    text: 'var(--text)',
    dot: laneInks.polling,
  }),
  font: getComputedStyle(element).fontFamily,
});
