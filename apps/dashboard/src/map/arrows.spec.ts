import { ARROWS_A_PATH, drawArrows, type Arrow, type Pen } from './arrows';

/** A pen that notes each path's colour, how many shapes it holds, and where they begin. */
function notingPen() {
  const paths: [color: string, shapes: number][] = [];
  const tips: [number, number][] = [];
  let shapes = 0;
  const pen: Pen = {
    fillStyle: '',
    beginPath: () => (shapes = 0),
    moveTo: (x, y) => void tips.push([x, y]),
    lineTo: () => undefined,
    closePath: () => shapes++,
    fill: () => void paths.push([pen.fillStyle === style.halo ? 'halo' : 'own', shapes]),
  };
  return { pen, paths, tips };
}

const arrow = (course: number): Arrow => ({ x: 100, y: 100, course });
const style = { color: 'red', halo: 'white', size: 10 };

describe('arrows', () => {
  it('puts a few in a path, each over its halo', () => {
    const { pen, paths } = notingPen();
    drawArrows(
      pen,
      Array.from({ length: ARROWS_A_PATH + 3 }, () => arrow(0)),
      style,
    );
    expect(paths).toEqual([
      ['halo', ARROWS_A_PATH],
      ['own', ARROWS_A_PATH],
      ['halo', 3],
      ['own', 3],
    ]);
  });

  it('points each where it goes: north is up, east is right', () => {
    const { pen, tips } = notingPen();
    drawArrows(pen, [arrow(0), arrow(90), arrow(180)], style);
    expect(tips.slice(3).map(([x, y]) => [Math.round(x), Math.round(y)])).toEqual([
      [100, 90],
      [110, 100],
      [100, 110],
    ]);
  });

  it('draws nothing for nobody', () => {
    const { pen, paths } = notingPen();
    drawArrows(pen, [], style);
    expect(paths).toEqual([]);
  });
});
