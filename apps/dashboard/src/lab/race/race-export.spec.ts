import { parseTopic } from '@tickway/protocol';
import { defaultLevers } from '../levers/levers';
import { Lane } from './lane';
import { noTotals } from './lane-totals';
import { raceCsv, raceJson } from './race-export';
import type { RaceFigures } from './race-figures';

const trades = parseTopic('trades');
const neverConnects = () => {
  throw new Error('not in this spec');
};

function race() {
  const lane = new Lane({
    ...{ transport: 'polling', url: '', connect: neverConnects, onFrame: neverConnects },
  });
  lane.books.of(trades).overTime.add(60_500, 12);
  const figures: RaceFigures = {
    ...{ startedAt: 0, elapsedMs: 4_000, silentMs: 0, readAt: 61_000, clock: { offsetMs: 1, errorMs: 2 } },
    lanes: [
      {
        ...{ transport: 'polling', status: lane.status, heartbeats: 1 },
        totals: { ...noTotals, rows: 7, received: 900 },
        topics: new Map([
          [
            trades,
            {
              lastAt: 1,
              latency: { mean: 10.12345, p50: 10, p95: 11, p99: 12, max: 13, samples: 7, min: 9 },
            },
          ],
        ]),
      },
    ],
  };
  return { lane, figures };
}

describe('race export', () => {
  it('is a CSV line for each transport and topic, empty where nothing was measured', () => {
    const [head, line, end] = raceCsv(race().figures, [trades]).split('\r\n');
    const fields = new Map(head?.split(',').map((name, i) => [name, line?.split(',')[i]]));
    expect(fields.get('latency_mean_ms')).toBe('10.123');
    expect(fields.get('payload_bytes_received')).toBe('900');
    expect(fields.get('wire_bytes_written')).toBe('');
    expect(end).toBe('');
  });

  it('is JSON with the address that runs it again and the latency over time', () => {
    const { figures, lane } = race();
    const about = {
      levers: defaultLevers,
      address: '/lab/race?run=1',
      browser: 'test',
      seeds: { market: 1 },
    };
    const read: unknown = JSON.parse(raceJson({ figures, ...about }, [lane]));
    expect(read).toMatchObject({
      address: '/lab/race?run=1',
      seeds: { market: 1 },
      lanes: [
        {
          topics: { trades: { latency: { samples: 7 } } },
          latencyOverTime: { trades: [{ from: 60_000, mean: 12, count: 1 }], quotes: [] },
        },
      ],
    });
  });
});
