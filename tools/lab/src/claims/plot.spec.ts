import { plotSvg, type Plot } from './plot';

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
    expect(/<polyline points="([^"]*)"/.exec(svg)?.[1]).toBe('64,316 322,176 580,36');
    expect(/<circle cx="322" cy="170.4"/.exec(svg)).not.toBeNull();
  });

  it('places decades evenly on logarithmic axes', () => {
    const points = [
      [1, 1],
      [10, 10],
      [100, 100],
    ] as const;
    const svg = plotSvg(plot({ scale: 'logarithmic', series: [{ label: 'l', kind: 'line', points }] }));
    const [first, second, third] = (/<polyline points="([^"]*)"/.exec(svg)?.[1] ?? '')
      .split(' ')
      .map((point) => Number(point.split(',')[0]));
    expect((second ?? 0) - (first ?? 0)).toBeCloseTo((third ?? 0) - (second ?? 0), 0);
  });

  it('cannot be broken by its texts', () => {
    expect(plotSvg(plot())).toContain('Latency &amp; &lt;rate>');
  });

  it('draws nothing that is not a number, whatever is missing', () => {
    for (const scale of ['linear', 'logarithmic'] as const)
      for (const points of [[], [[0, 0]], [[5, 0]]] as const)
        expect(plotSvg(plot({ scale, series: [{ label: 'l', kind: 'dots', points }] }))).not.toMatch(
          /NaN|Infinity/,
        );
  });
});
