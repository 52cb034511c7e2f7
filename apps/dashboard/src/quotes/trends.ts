import { trendPoints } from './trend-points';

/** What the board's trends look like, place by place. */
export interface Trends {
  /** Oldest first, dollars; none where the place has no trend. */
  readonly prices: readonly (readonly number[])[];
  /** Height of a place, CSS px. */
  readonly row: number;
  /** From a place's upper edge to the middle of its trend, CSS px. */
  readonly middle: number;
  /** Device px of one CSS px. */
  readonly ratio: number;
  readonly ink: string;
}

/** Of one trend, CSS px. */
export const trendSize = { width: 64, height: 18 };

/** The places that look otherwise than before: those with other prices, or all of them when anything else changed. */
export function changedTrends(before: Trends, now: Trends): readonly number[] {
  const alike =
    before.prices.length === now.prices.length &&
    before.row === now.row &&
    before.middle === now.middle &&
    before.ratio === now.ratio &&
    before.ink === now.ink;
  return now.prices.flatMap((prices, i) => (alike && prices === before.prices[i] ? [] : [i]));
}

/** What a trend is drawn with: the part of a canvas context that it needs. */
export type TrendPen = Pick<CanvasRenderingContext2D, 'beginPath' | 'lineTo' | 'stroke' | 'lineWidth'>;

/** Draws one trend around a middle line, CSS px from the upper edge. */
export function drawTrend(pen: TrendPen, prices: readonly number[], middle: number): void {
  pen.lineWidth = 1.25;
  pen.beginPath();
  for (const [x, y] of trendPoints(prices, trendSize)) pen.lineTo(x, y + middle - trendSize.height / 2);
  pen.stroke();
}
