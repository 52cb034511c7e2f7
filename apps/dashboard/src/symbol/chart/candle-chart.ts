import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { intervals, type BarSeries, type Interval } from '@tickway/market';
import { injectFigures } from '../../language/inject-figures';
import { injectTexts } from '../../language/inject-texts';
import { Language } from '../../language/language';
import { Colours } from '../../shell/colours';
import { Theme } from '../../shell/theme';
import { symbolTexts } from '../texts/symbol-texts';
import { chartInksOf } from './chart-inks';
import { OPEN_DRAWING, type Drawing } from './drawing';
import { changedFrom, pointsOf, type LineName } from './points';

/** Bars as candles. Draws only what changed; its library loads when it is shown first. */
@Component({
  selector: 'tw-candle-chart',
  templateUrl: './candle-chart.html',
  styleUrl: './candle-chart.css',
})
export class CandleChart {
  private readonly stage = viewChild.required<ElementRef<HTMLElement>>('stage');
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly open = inject(OPEN_DRAWING);
  private readonly destroyed = inject(DestroyRef);
  private readonly figures = injectFigures();
  private readonly language = inject(Language);
  private readonly theme = inject(Theme);
  private readonly colours = inject(Colours);
  private readonly drawing = signal<Drawing | undefined>(undefined);
  private drawn: BarSeries = [];

  readonly bars = input.required<BarSeries>();
  readonly interval = input.required<Interval>();
  readonly lines = input.required<readonly LineName[]>();
  /** What the chart shows, for those who cannot see it. */
  readonly label = input.required<string>();

  protected readonly texts = injectTexts(symbolTexts);
  protected readonly failed = signal(false);

  private readonly words = computed(() => {
    const { price } = this.figures();
    return { price, ...timesIn(this.language.code(), this.interval()) };
  });

  constructor() {
    afterNextRender(() => void this.begin());
    effect(() => this.drawing()?.speak(this.words()));
    effect(() => this.drawing()?.show(this.lines()));
    effect(() => {
      this.theme.look();
      this.colours.scheme();
      this.drawing()?.paint(chartInksOf(this.stage().nativeElement));
    });
    effect(() => {
      const drawing = this.drawing();
      if (drawing) this.draw(drawing, this.bars());
    });
  }

  /** Browsers keep the failure of a module for as long as the page stays; its address brings the view back as it is. */
  protected reload(): void {
    this.window?.location.reload();
  }

  private async begin(): Promise<void> {
    try {
      const drawing = await this.open(this.stage().nativeElement);
      if (this.destroyed.destroyed) return drawing.remove();
      this.destroyed.onDestroy(() => drawing.remove());
      this.drawing.set(drawing);
    } catch (error: unknown) {
      // The library did not load: a network fault, or a new version of the page took its place on the server.
      console.error(error);
      this.failed.set(true);
    }
  }

  private draw(drawing: Drawing, bars: BarSeries): void {
    const from = changedFrom(this.drawn, bars);
    if (bars === this.drawn) return;
    this.drawn = bars;
    const points = pointsOf(bars, this.interval());
    if (from === undefined) drawing.replace(points);
    else drawing.change(points.slice(from));
  }
}

/** Times of day below a day's bars, else days, as the language writes them. */
function timesIn(tag: string, interval: Interval) {
  const days = intervals[interval] >= intervals['1d'];
  const seconds = intervals[interval] < intervals['1m'];
  const mark = new Intl.DateTimeFormat(
    tag,
    days
      ? { month: 'short', day: 'numeric' }
      : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(seconds && { second: '2-digit' }) },
  );
  const moment = new Intl.DateTimeFormat(tag, {
    dateStyle: 'medium',
    ...(!days && { timeStyle: 'medium', hourCycle: 'h23' }),
  });
  return { mark: (at: number) => mark.format(at), moment: (at: number) => moment.format(at) };
}
