import { parseKey, type Fields, type Row } from '@tickway/protocol';
import { told } from '../testing/told-trades';
import { tradesAt, tradesUpTo } from '../testing/trade-frames';
import { LiveTape } from './live-tape';
import { ofIndex } from './telling';

const revisions = (tape: LiveTape) => tape.told.map(({ revision }) => revision);

describe('live tape', () => {
  it('keeps its own symbol’s trades from the snapshot on', () => {
    const tape = new LiveTape(parseKey('ACME'));
    tape.hear(tradesAt(9, [told(4)]));
    tape.hear(tradesUpTo(12, [told(5), told(6)]));
    tape.hear(tradesUpTo(13, [told(1)], 'OTHER'));
    expect(revisions(tape)).toEqual([4, 5, 6]);
    expect(tape.counts).toEqual({ live: 2, missing: 0, double: 0 });
  });

  it('counts what is missing and begins anew after it', () => {
    const tape = new LiveTape(parseKey('ACME'));
    tape.hear(tradesUpTo(12, [told(5), told(8)]));
    expect([revisions(tape), tape.counts.missing]).toEqual([[8], 2]);
  });

  it('takes merged values of an index for what they are: nothing is missing', () => {
    const tape = new LiveTape(parseKey('TICK'), ofIndex);
    const row = (revision: number, fields: Fields): Row => ({
      ...{ key: parseKey('TICK'), fields, revision },
      ...{ at: revision * 1000, committedAt: 0 },
    });
    const delta = tradesUpTo(12, []);
    if (delta.type !== 'delta') throw new Error('no delta');
    tape.hear({ ...delta, rows: [row(5, { last: 10 }), row(6, { volume: 7 }), row(9, { last: 11 })] });
    expect(tape.told.map(({ price, revision }) => [price, revision])).toEqual([
      [10, 5],
      [11, 9],
    ]);
    expect(tape.counts).toEqual({ live: 2, missing: 0, double: 0 });
  });

  it('counts what comes twice and does not keep it', () => {
    const tape = new LiveTape(parseKey('ACME'));
    tape.hear(tradesUpTo(12, [told(5), told(6), told(6), told(5)]));
    expect([revisions(tape), tape.counts.double]).toEqual([[5, 6], 2]);
  });

  it('begins anew with another epoch', () => {
    const tape = new LiveTape(parseKey('ACME'));
    tape.hear(tradesUpTo(12, [told(5)]));
    const frame = tradesAt(1, [told(1)]);
    if (frame.type === 'snapshot') tape.hear({ ...frame, cursor: { epoch: 'f', offset: 1 } });
    expect([tape.epoch, revisions(tape), tape.counts.double]).toEqual(['f', [1], 0]);
  });
});
