import { formatCursor, keysFilter, parseTopic } from '@tickway/protocol';
import { bye, delta, gap, heartbeat, snapshot } from '../testing/frames';
import { FrameMemo } from './frame-memo';
import { Ledger } from './ledger';
import { Tally } from './tally';

function books() {
  const tally = new Tally();
  tally.measuring = true;
  const memo = new FrameMemo();
  const ledger = new Ledger([parseTopic('lab')], tally);
  const take = (...frames: readonly string[]) => {
    for (const frame of frames) ledger.take(memo.read(Buffer.from(frame)), 100);
    return ledger;
  };
  return { tally, ledger, take };
}

describe('the books of a viewer', () => {
  it('find nothing missing and nothing double in a contiguous row of frames', () => {
    const { take, tally } = books();
    const held = take(snapshot('e:5', [5]), delta(['e:5', 'e:7'], [6, 7]), delta(['e:7', 'e:8'], [8]));
    expect([held.missing, held.doubled]).toEqual([0, 0]);
    expect([tally.delivered, tally.frames, tally.merged]).toEqual([3, 2, 0]);
  });

  it('prove updates missing by the cursors', () => {
    expect(books().take(snapshot('e:5'), delta(['e:8', 'e:9'], [9])).missing).toBe(3);
  });

  it('prove updates missing by the running numbers when cursors hide it', () => {
    expect(books().take(snapshot('e:5', [5]), delta(['e:5', 'e:9'], [8, 9])).missing).toBe(2);
    expect(books().take(snapshot('e:5', [5]), delta(['e:5', 'e:9'], [6, 9])).missing).toBe(2);
  });

  it('prove updates doubled, by either', () => {
    expect(books().take(snapshot('e:5'), delta(['e:4', 'e:6'], [5, 6])).doubled).toBe(1);
    expect(books().take(snapshot('e:5', [5]), delta(['e:5', 'e:7'], [5, 6, 6])).doubled).toBe(2);
  });

  it('count once what both ways of counting find', () => {
    expect(books().take(snapshot('e:5', [5]), delta(['e:7', 'e:8'], [8])).missing).toBe(2);
  });

  it('believe a gap frame what it says is lost, and begin anew after it', () => {
    const held = books().take(
      snapshot('e:1', [1]),
      gap('e:1', 'e:50', 49),
      snapshot('e:50', [50]),
      delta(['e:50', 'e:51'], [51]),
    );
    expect([held.gaps, held.missing, held.doubled]).toEqual([1, 49, 0]);
  });

  it('count what a delta merged', () => {
    const { take, tally } = books();
    take(snapshot('e:5'), delta(['e:5', 'e:15'], [15]));
    expect(tally.merged).toBe(9);
  });

  it('ask on from where they are', () => {
    const { take, ledger } = books();
    expect(ledger.subscriptions()).toEqual([{ topic: 'lab' }]);
    take(snapshot('e:5'), heartbeat('e:9'));
    const [wish] = ledger.subscriptions();
    expect(wish?.cursor && formatCursor(wish.cursor)).toBe('e:9');
  });

  it('take what a filter leaves out for neither missing nor merged, and ask on with it', () => {
    const [tally, topic, filter] = [new Tally(), parseTopic('lab'), keysFilter(['K'])];
    const ledger = new Ledger([topic], tally, new Map([[topic, filter]]));
    tally.measuring = true;
    for (const frame of [snapshot('e:5', [5]), delta(['e:5', 'e:15'], [15])])
      ledger.take(new FrameMemo().read(Buffer.from(frame)), 100);
    expect([ledger.missing, tally.delivered, tally.merged]).toEqual([0, 1, 0]);
    expect(ledger.subscriptions()).toMatchObject([{ topic, filter }]);
    ledger.take(new FrameMemo().read(Buffer.from(delta(['e:20', 'e:25'], [25]))), 100);
    expect(ledger.missing).toBe(5);
  });

  it('keep what a goodbye says', () => {
    expect(books().take(bye(300)).bye).toMatchObject({ code: 'shutdown', retryAfterMs: 300 });
  });

  it('measure from the commit to the arrival', () => {
    const { take, tally } = books();
    take(snapshot('e:5'), delta(['e:5', 'e:6'], [6], 60), delta(['e:6', 'e:8'], [7, 8], 90));
    expect(tally.latency.spread()).toMatchObject({ mean: 20, p50: 10, max: 40 });
  });

  it('leave out of the figures what came before they were measured', () => {
    const { take, tally } = books();
    tally.measuring = false;
    take(snapshot('e:5'), delta(['e:5', 'e:6'], [6]));
    expect([tally.delivered, tally.latency.count]).toEqual([0, 0]);
  });
});

describe('the memo of frames', () => {
  it('reads the same bytes once, and different bytes anew', () => {
    const memo = new FrameMemo();
    const first = memo.read(Buffer.from(snapshot('e:5')));
    expect(memo.read(Buffer.from(snapshot('e:5')))).toBe(first);
    expect(memo.read(Buffer.from(snapshot('e:6')))).not.toBe(first);
  });

  it('does not grow', () => {
    const memo = new FrameMemo();
    const first = memo.read(Buffer.from(snapshot('e:0')));
    for (let i = 1; i <= 64; i++) memo.read(Buffer.from(snapshot(`e:${i}`)));
    expect(memo.read(Buffer.from(snapshot('e:0')))).not.toBe(first);
  });
});
