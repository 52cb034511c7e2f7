import { tileLayer } from './tile-layer';

describe('the layer of tiles', () => {
  const failures = (events: readonly ('tileload' | 'tileerror')[]) => {
    let failed = 0;
    const layer = tileLayer('https://tiles.example/{z}/{x}/{y}.png', () => failed++);
    for (const event of events) layer.fire(event);
    return failed;
  };

  it('says where it comes from, as OpenStreetMap asks', () => {
    expect(tileLayer('x', () => undefined).options.referrerPolicy).toBe('strict-origin-when-cross-origin');
  });

  it('tells once that nobody answers', () => {
    expect(failures(Array.from({ length: 20 }, () => 'tileerror'))).toBe(1);
  });

  it('takes single holes for what they are', () => {
    const holes = ['tileerror', 'tileerror', 'tileerror', 'tileload'] as const;
    expect(failures([...holes, ...holes, ...holes])).toBe(0);
  });
});
