import { StopWatch } from './stop-watch';

describe('stop watch', () => {
  it('leaves pauses out, and is 0 again when cleared', () => {
    let now = 5_000;
    const watch = new StopWatch(() => now);
    watch.start();
    now += 300;
    watch.pause();
    now += 9_000;
    expect(watch.elapsedMs).toBe(300);
    watch.start();
    now += 50;
    expect(watch.elapsedMs).toBe(350);
    watch.clear();
    now += 20;
    expect(watch.elapsedMs).toBe(20);
  });
});
