import { VirtualTimeScheduler } from 'rxjs';
import type { Batch } from '../feed';
import { samplePack } from './testing/sample-pack';
import { vehicleFeed } from './vehicle-feed';

const morning = Date.parse('2026-09-24T08:30:00-04:00');

/** A scheduler whose clock shows `startMs` when it begins. */
class ClockedScheduler extends VirtualTimeScheduler {
  constructor(private readonly startMs: number) {
    super();
    this.now = () => this.startMs + this.frame;
  }
}

function listen(
  startMs: number,
  forMs: number,
  tickMs = 500,
): readonly (Batch & { readonly when: number })[] {
  const scheduler = new ClockedScheduler(startMs);
  scheduler.maxFrames = forMs;
  const found: (Batch & { when: number })[] = [];
  const { batches } = vehicleFeed({ packs: [samplePack()], seed: 1, scheduler, tickMs });
  const subscription = batches.subscribe((batch) => found.push({ ...batch, when: scheduler.frame }));
  scheduler.flush();
  subscription.unsubscribe();
  return found;
}

describe('vehicleFeed', () => {
  it('begins with all vehicles under way, at once', () => {
    const [first] = listen(morning + 60_000, 1000);
    expect(first).toMatchObject({ when: 0, topic: 'positions', updates: [{ key: 'sample-0' }] });
  });

  it('says nothing in ticks in which nothing was heard', () => {
    const batches = listen(morning + 60_000, 60_000);
    expect(batches.length).toBeLessThan(10);
    expect(batches.every(({ updates }) => updates.length > 0)).toBe(true);
  });

  it('ends a run with a removal', () => {
    const last = listen(morning, 1_500_000, 5000).at(-1);
    expect(last?.updates).toMatchObject([{ key: 'sample-0', removed: true }]);
  });

  it('begins anew for each subscriber and stops with it', () => {
    const scheduler = new ClockedScheduler(morning + 60_000);
    const { batches } = vehicleFeed({ packs: [samplePack()], seed: 1, scheduler });
    const heard: string[] = [];
    batches.subscribe(() => heard.push('a')).unsubscribe();
    const second = batches.subscribe(() => heard.push('b'));
    scheduler.maxFrames = 0;
    scheduler.flush();
    second.unsubscribe();
    expect(heard).toEqual(['b']);
  });
});
