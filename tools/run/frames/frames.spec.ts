import { framesDocument } from './frames-document.mjs';
import { frameTimes, median } from './measure-frames.mjs';

describe('the measurement of frames', () => {
  it('counts the frames that the main thread made, by their beginnings', () => {
    const frame = (ms: number) => ({ name: 'ProxyMain::BeginMainFrame', ph: 'X', ts: 1000 * ms });
    const events = [frame(40), frame(0), { name: 'Paint', ph: 'X', ts: 5 }, frame(20), frame(100)];
    expect(frameTimes(events)).toEqual({ framesPerSecond: 30, gapMs: { p50: 20, p95: 60 } });
    expect(frameTimes([])).toEqual({ framesPerSecond: 0, gapMs: { p50: 0, p95: 0 } });
  });

  it('takes the round in the middle', () => {
    expect(median([3, 1, 2].map((cpuMs) => ({ cpuMs })))).toEqual({ cpuMs: 2 });
  });

  it('is told with its machine, load and command, and says which targets were missed', () => {
    const about = {
      ...{ command: 'npm run frames', date: '2026-01-02T03:04:05.000Z', seed: 1, rounds: 3, gpu: false },
      ...{ browser: '150', machine: { processor: 'P', cores: 2, system: 'linux' } },
      ...{ loadBefore: 0.5, loadAfter: 1.5 },
    };
    const cost = { cpuMs: 120, wallMs: 150, scriptMs: 40, styleMs: 10, layoutMs: 20 };
    const gapMs = { p50: 16.7, p95: 33.3 };
    const text = framesDocument({
      about,
      cases: [
        { name: 'board', shows: 'board', ...cost, framesPerSecond: 15, gapMs },
        { name: 'map', shows: 'map', vehicles: 4200, ...cost, framesPerSecond: 20, gapMs },
        { name: 'lab-race', shows: 'race', ...cost, framesPerSecond: 59, gapMs },
      ],
    });
    for (const said of ['`npm run frames` on 2026-01-02', 'before and after: 0.5 and 1.5', 'without a GPU'])
      expect(text).toContain(said);
    expect(text).toContain('| board |  | 120 | 40 | 10 | 20 | 80 | 15.0 | 8.00 | 2.00 | 16.7 / 33.3 ms |');
    expect(text).toContain('2.00 ms of each 60 Hz frame; under 4 ms is wanted: **kept**');
    expect(text).toContain('map: 20.0 frames a second; 30 are wanted: **missed**');
    expect(text).toContain('race: 59.0 frames a second; 60 are wanted: **kept**');
  });
});
