import type { Drawing } from '../chart/drawing';
import type { LineName, Point } from '../chart/points';

/** A drawing that notes what it shows. */
export interface FakeDrawing extends Drawing {
  readonly points: Point[];
  shown: readonly LineName[];
  replaced: number;
  removed: boolean;
}

export const fakeDrawing = (): FakeDrawing => ({
  points: [],
  shown: [],
  replaced: 0,
  removed: false,
  replace(points) {
    this.replaced++;
    this.points.splice(0, Infinity, ...points);
  },
  change(points) {
    for (const point of points) {
      const at = this.points.findIndex(({ bar }) => bar.start === point.bar.start);
      this.points.splice(at < 0 ? this.points.length : at, 1, point);
    }
  },
  show(lines) {
    this.shown = lines;
  },
  paint: () => undefined,
  speak: () => undefined,
  remove() {
    this.removed = true;
  },
});
