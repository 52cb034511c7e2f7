import { parseKey } from '@tickway/protocol';
import { told } from '../testing/told-trades';
import { tradesAt, tradesUpTo } from '../testing/trade-frames';
import { LiveTape } from './live-tape';

const revisions = (tape: LiveTape) => tape.trades.map(({ revision }) => revision);

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
