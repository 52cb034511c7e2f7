import type { Geofence } from './geofence';
import { geofenceWatch } from './geofence-watch';

const fence = (id: string, lat = 40.7): Geofence => ({
  id,
  name: `Area ${id}`,
  shape: { type: 'circle', center: { lat, lon: -74 }, radius: 500 },
});
const seen = (at: number, lat: number, key = 'M15-1') => ({ key, at, lat, lon: -74 });
const [INSIDE, OUTSIDE] = [40.7, 40.8];

function watching(...fences: readonly Geofence[]) {
  const watch = geofenceWatch();
  watch.watch(fences);
  return watch;
}

describe('geofence watch', () => {
  it('tells of entering and leaving, once each, with the time of the fix', () => {
    const watch = watching(fence('a'));
    const told = [OUTSIDE, INSIDE, INSIDE, OUTSIDE, OUTSIDE].map((lat, i) =>
      watch.see(seen(i * 1000, lat)).map(({ type, at }) => [type, at]),
    );
    expect(told).toEqual([[], [['entered', 1000]], [], [['left', 3000]], []]);
  });

  it('does not take the first sight of a thing for its coming, nor a new area for its entering', () => {
    const watch = watching(fence('a'));
    expect(watch.see(seen(0, INSIDE))).toEqual([]);
    watch.watch([fence('a'), fence('b')]);
    expect(watch.see(seen(1000, INSIDE))).toEqual([]);
    expect(watch.see(seen(2000, OUTSIDE)).map((one) => one.fence.id)).toEqual(['a', 'b']);
  });

  it('looks anew at an area that was drawn anew under its old name', () => {
    const watch = watching(fence('a'));
    watch.see(seen(0, OUTSIDE));
    watch.watch([fence('a', OUTSIDE)]);
    expect(watch.see(seen(1000, OUTSIDE))).toEqual([]);
    expect(watch.see(seen(2000, INSIDE)).map(({ type }) => type)).toEqual(['left']);
  });

  it('says nothing about a fix that is older than what is known', () => {
    const watch = watching(fence('a'));
    watch.see(seen(5000, OUTSIDE));
    expect(watch.see(seen(4000, INSIDE))).toEqual([]);
    expect(watch.see(seen(6000, OUTSIDE))).toEqual([]);
  });

  it('keeps tracked things apart and forgets those that end', () => {
    const watch = watching(fence('a'));
    watch.see(seen(0, OUTSIDE, 'one'));
    watch.see(seen(0, INSIDE, 'two'));
    expect(watch.see(seen(1000, INSIDE, 'one'))).toHaveLength(1);
    watch.forget('two');
    expect(watch.see(seen(1000, OUTSIDE, 'two'))).toEqual([]);
  });
});
