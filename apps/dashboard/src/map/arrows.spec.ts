import { ARROWS_A_PATH, drawArrows, type Arrow, type Pen } from './arrows';

/** A pen that notes how many shapes each path holds and where they begin. */
function notingPen() {
  const paths: number[] = [];
  const tips: [number, number][] = [];
  const pen: Pen = {
    beginPath: () => void paths.push(0),
    moveTo: (x, y) => void tips.push([x, y]),
    lineTo: () => undefined,
    closePath: () => (paths[paths.length - 1]! += 1),
    fill: () => undefined,
    stroke: () => undefined,
  };
  return { pen, paths, tips };
}

const arrow = (course: number): Arrow => ({ x: 100, y: 100, course });

describe('arrows', () => {
  it('puts at most fifty in a path', () => {
    const { pen, paths } = notingPen();
    drawArrows(
      pen,
      Array.from({ length: 120 }, () => arrow(0)),
      6,
    );
    expect(paths).toEqual([ARROWS_A_PATH, ARROWS_A_PATH, 20]);
  });

  it('points each where it goes: north is up, east is right', () => {
    const { pen, tips } = notingPen();
    drawArrows(pen, [arrow(0), arrow(90), arrow(180)], 10);
    expect(tips.map(([x, y]) => [Math.round(x), Math.round(y)])).toEqual([
      [100, 90],
      [110, 100],
      [100, 110],
    ]);
  });

  it('draws nothing for nobody', () => {
    const { pen, paths } = notingPen();
    drawArrows(pen, [], 6);
    expect(paths).toEqual([]);
  });
});
