import type { Received } from '@tickway/protocol';
import { from, reduce } from 'rxjs';
import { audit, type Finding } from './audit';
import { delta, gap, heartbeat, row, snapshot, trades } from './testing/frames';

/** The sum of what the audit finds in frames. */
function findings(frames: readonly Received[], contiguous = true): Finding | undefined {
  let total: Finding | undefined;
  from(frames)
    .pipe(
      audit({ every: new Set([trades]), contiguous: () => contiguous }),
      reduce((sum, next) => ({
        missing: sum.missing + next.missing,
        double: sum.double + next.double,
        gaps: sum.gaps + next.gaps,
      })),
    )
    .subscribe((sum) => (total = sum));
  return total;
}

const clean = { missing: 0, double: 0, gaps: 0 };
const events = { topic: trades };

describe('the audit', () => {
  it('finds nothing in frames that follow one another', () => {
    const frames = [snapshot('e:1'), delta('e:1→e:3'), heartbeat({ quotes: 'e:3' }), delta('e:3→e:4')];
    expect(findings(frames)).toEqual(clean);
  });

  it('finds the offsets that a delta skips', () => {
    expect(findings([snapshot('e:1'), delta('e:4→e:5')])).toEqual({ ...clean, missing: 3 });
  });

  it('finds the offsets that a heartbeat or a snapshot skips', () => {
    expect(findings([snapshot('e:1'), heartbeat({ quotes: 'e:3' }), snapshot('e:9')])).toEqual({
      ...clean,
      missing: 8,
    });
  });

  it('finds the offsets that come again', () => {
    expect(findings([snapshot('e:3'), delta('e:1→e:5')])).toEqual({ ...clean, double: 2 });
  });

  it('counts a gap, and the jump behind it as told', () => {
    expect(findings([snapshot('e:1'), gap('e:1→f:9'), snapshot('f:9')])).toEqual({ ...clean, gaps: 1 });
  });

  it('finds another life of the topic that no gap has told of', () => {
    expect(findings([snapshot('e:1'), delta('f:1→f:2')])).toEqual({ ...clean, missing: 1 });
  });

  it('cannot know of offsets that a filter leaves out', () => {
    expect(findings([snapshot('e:1'), delta('e:4→e:5')], false)).toEqual(clean);
  });

  it('finds the rows that an `every` topic leaves out, with a filter too', () => {
    const frames = [
      snapshot('e:3', [row('A', 2), row('B', 1)], trades),
      delta('e:3→e:9', [row('A', 3), row('A', 5), row('B', 4)], events),
    ];
    expect(findings(frames, false)).toEqual({ ...clean, missing: 3 });
  });

  it('finds the rows of an `every` topic that come again', () => {
    const frames = [
      delta('e:0→e:2', [row('A', 1), row('A', 2)], events),
      delta('e:2→e:4', [row('A', 2), row('A', 3)], events),
    ];
    expect(findings(frames)).toEqual({ ...clean, double: 1 });
  });

  it('takes merged rows of a `latest` topic for what they are', () => {
    expect(findings([snapshot('e:1', [row('A', 1)]), delta('e:1→e:9', [row('A', 9)])])).toEqual(clean);
  });

  it('keeps the books of two topics apart', () => {
    const frames = [
      snapshot('e:1'),
      snapshot('x:7', [], trades),
      delta('e:1→e:2'),
      delta('x:7→x:8', [], events),
    ];
    expect(findings(frames)).toEqual(clean);
  });
});
