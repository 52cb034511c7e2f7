import { ClockEstimate } from './clock-estimate';
import { ConnectionMeter } from './connection-meter';
import { delta, gap, row, snapshot } from './testing/frames';

function meterAt(now: number) {
  const clock = new ClockEstimate();
  return { clock, meter: new ConnectionMeter({ clock, now: () => now }) };
}

describe('the meter', () => {
  it('measures each row of a delta from commit and from source to now, on the server’s clock', () => {
    const { clock, meter } = meterAt(600);
    clock.add({ askedAt: 0, answeredAt: 0, serverAt: 500 });
    meter.count(delta('e:1→e:2', [{ ...row('A', 2), committedAt: 1_000, at: 800 }]));
    expect(meter.snapshot()).toMatchObject({
      latency: { max: 100, samples: 1, negative: 0 },
      age: { max: 300, samples: 1 },
      clockOffsetMs: 500,
      clockErrorMs: 0,
    });
  });

  it('flags a latency that cannot be', () => {
    const { meter } = meterAt(900);
    meter.count(delta('e:1→e:2', [row('A', 2)]));
    expect(meter.snapshot().latency).toMatchObject({ negative: 1, p50: 0 });
  });

  it('measures nothing of a snapshot, which tells what is and not what has happened', () => {
    const { meter } = meterAt(1_100);
    meter.count(snapshot('e:1', [row('A', 2)]));
    expect(meter.snapshot()).not.toHaveProperty('latency');
  });

  it('counts the updates that were merged into rows', () => {
    const { meter } = meterAt(1_100);
    meter.count(snapshot('e:1', [row('A', 2)]));
    meter.count(delta('e:1→e:9', [row('A', 5), row('B', 4)]));
    meter.count(delta('e:9→e:10', [row('B', 5)]));
    expect(meter.snapshot()).toMatchObject({ rows: 4, frames: 3, merged: 2 });
  });

  it('does not count across a gap, where revisions begin again', () => {
    const { meter } = meterAt(1_100);
    meter.count(snapshot('e:1', [row('A', 2)]));
    meter.count(gap('e:1→f:1'));
    meter.count(delta('f:1→f:9', [row('A', 9)]));
    expect(meter.snapshot().merged).toBe(0);
  });

  it('counts requests and bytes as the transports tell them', () => {
    const { meter } = meterAt(0);
    meter.asked();
    meter.sent(10);
    meter.received(200);
    meter.received(1);
    expect(meter.snapshot()).toMatchObject({ requests: 1, bytes: { received: 201, sent: 10 } });
  });
});
