import { InjectionToken } from '@angular/core';
import type { LineName, Point } from './points';

/** Colours of a chart, resolved for a canvas. */
export type ChartInks = Readonly<Record<LineName | 'up' | 'down' | 'text' | 'line' | 'volume', string>>;

/** How times and prices are written along the axes. */
export interface ChartWords {
  /** The whole moment of an epoch ms. */
  readonly moment: (at: number) => string;
  /** An epoch ms as a mark of the axis. */
  readonly mark: (at: number) => string;
  readonly price: (dollars: number) => string;
}

/** Candles, their volume and their lines on an element. */
export interface Drawing {
  /** Draws another series. */
  replace(points: readonly Point[]): void;
  /** Draws the last point anew and those that follow it. */
  change(points: readonly Point[]): void;
  /** Shows these lines and no others. */
  show(lines: readonly LineName[]): void;
  paint(inks: ChartInks): void;
  speak(words: ChartWords): void;
  remove(): void;
}

/** How a chart is opened: by a library that loads then, or in a spec by a fake. */
export const OPEN_DRAWING = new InjectionToken<(element: HTMLElement) => Promise<Drawing>>('drawing', {
  providedIn: 'root',
  factory: () => async (element) => (await import('./candle-drawing')).candleDrawing(element),
});
