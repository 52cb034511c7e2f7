import type { Plot } from './plot';
import { plotFile, plotSvg } from './plot-svg';

const plot = (change: Partial<Plot> = {}): Plot => ({
  name: 'p',
  title: 'Latency & <rate>',
  x: 'ms',
  y: '1/s',
  series: [
    {
      label: 'formula',
      kind: 'line',
      points: [
        [0, 0],
        [10, 50],
        [20, 100],
      ],
    },
    { label: 'measured', kind: 'dots', points: [[10, 52]] },
  ],
  ...change,
});

describe('a plot', () => {
  it('draws predictions as lines and measurements as dots, within the picture', () => {
    const svg = plotSvg(plot());
    expect(/<polyline[^>]* points="([^"]*)"/.exec(svg)?.[1]).toBe('64,316 322,176 580,36');
    expect(/<circle cx="322" cy="170.4"/.exec(svg)).not.toBeNull();
  });

  it('places decades evenly on logarithmic axes', () => {
    const points = [
      [1, 1],
      [10, 10],
      [100, 100],
    ] as const;
    const svg = plotSvg(plot({ scale: 'logarithmic', series: [{ label: 'l', kind: 'line', points }] }));
    const [first, second, third] = (/<polyline[^>]* points="([^"]*)"/.exec(svg)?.[1] ?? '')
      .split(' ')
      .map((point) => Number(point.split(',')[0]));
    expect((second ?? 0) - (first ?? 0)).toBeCloseTo((third ?? 0) - (second ?? 0), 0);
  });

  it('gives a prediction and what was measured of it one colour', () => {
    const series = [
      { label: 'a', kind: 'line', points: [[1, 1]], group: 'polling' },
      { label: 'b', kind: 'dots', points: [[1, 2]], group: 'polling' },
      { label: 'c', kind: 'dots', points: [[1, 3]] },
    ] as const;
    const hues = [...plotSvg(plot({ series })).matchAll(/(?:polyline|g) class="(?:dots )?hue(\d)"/g)];
    expect(hues.map(([, hue]) => hue)).toEqual(['0', '0', '1']);
  });

  it('gives each name a row where x is no quantity: predictions are marks in it', () => {
    const series = [
      {
        label: 'claimed',
        kind: 'line',
        points: [
          [0, 4],
          [1, 8],
        ],
      },
      { label: 'measured', kind: 'dots', points: [[1, 6]] },
    ] as const;
    const svg = plotSvg(plot({ names: ['polling', 'websocket'], series }));
    expect(svg).toContain('>websocket</text>');
    expect(svg).toMatch(/<path class="line hue0" d="M322 [\d.]+v14M580 [\d.]+v14"/);
    expect(svg).toContain('<circle cx="451" cy="88.5"');
    expect(svg).not.toContain('<polyline');
  });

  it('is a document of its own as a file, for light and dark ground', () => {
    expect(plotFile(plot())).toMatch(/^<svg [^>]*xmlns="http[^>]*><style>[^<]*prefers-color-scheme:dark/);
  });

  it('may have decades upright alone', () => {
    const points = [
      [0, 1],
      [10, 10],
      [20, 100],
    ] as const;
    const svg = plotSvg(plot({ scale: 'half-logarithmic', series: [{ label: 'l', kind: 'line', points }] }));
    expect(/<polyline[^>]* points="([^"]*)"/.exec(svg)?.[1]).toMatch(/^64,316 322,[\d.]+ 580,/);
  });

  it('cannot be broken by its texts', () => {
    expect(plotSvg(plot())).toContain('Latency &amp; &lt;rate&gt;');
  });

  it('draws nothing that is not a number, whatever is missing', () => {
    for (const scale of ['linear', 'logarithmic'] as const)
      for (const points of [[], [[0, 0]], [[5, 0]]] as const)
        expect(plotSvg(plot({ scale, series: [{ label: 'l', kind: 'dots', points }] }))).not.toMatch(
          /NaN|Infinity/,
        );
  });
});
