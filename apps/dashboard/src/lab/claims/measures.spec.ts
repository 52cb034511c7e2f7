import { parseTopic, transportNames, type TransportName } from '@tickway/protocol';
import { formatsIn } from '../../language/formats';
import { defaultLevers } from '../levers/levers';
import { noTotals } from '../race/lane-totals';
import type { LaneFigures, RaceFigures } from '../race/race-figures';
import { measure, measureNames } from './measures';

const trades = parseTopic('trades');
const latency = (mean: number) => ({
  mean,
  p50: mean,
  p95: mean,
  p99: mean,
  max: 2 * mean,
  min: 0,
  samples: 500,
});

function lane(transport: TransportName, rest: Partial<LaneFigures> = {}): LaneFigures {
  return {
    ...{ transport, status: { transport, state: 'live' }, heartbeats: 0 },
    totals: { ...noTotals, requests: 20, frames: 40, rows: 400, received: 9_000, sent: 100 },
    topics: new Map([[trades, { lastAt: 900, latency: latency(10) }]]),
    wire: { written: 9_200, read: 4_000, requests: 20, frames: 40, rows: 400, payload: 9_000, open: 1 },
    ...rest,
  };
}
const race = (...lanes: readonly LaneFigures[]): RaceFigures => ({
  ...{ elapsedMs: 10_000, silentMs: 0, readAt: 1_000, clock: { offsetMs: 0, errorMs: 5 } },
  lanes: transportNames.map((name) => lanes.find(({ transport }) => transport === name) ?? lane(name)),
});
const measuring = (figures: RaceFigures) => ({
  race: figures,
  levers: defaultLevers,
  formats: formatsIn('en'),
});

describe('measures', () => {
  it('say nothing before the race', () => {
    const none = measuring({ elapsedMs: 0, silentMs: 0, readAt: 0, lanes: [] });
    for (const name of measureNames) expect(measure(name, none)).toBeUndefined();
  });

  it('hold polling beside the formula', () => {
    const polling = lane('polling', { topics: new Map([[trades, { lastAt: 900, latency: latency(520) }]]) });
    expect(measure('pollingDelay', measuring(race(polling)))).toEqual({
      figures: ['1.00 s', '520 ms', '510 ms', '1.04 s', '1.02 s'],
      ...{ samples: 500, at: 900 },
    });
  });

  it('tell what a poll costs besides the payload, both ways', () => {
    expect(measure('headers', measuring(race()))?.figures).toEqual(['200 B', '10 B', '5 B']);
  });

  it('know nothing of framing while the server serves others by the same transport', () => {
    const wire = {
      written: 9_200,
      read: 4_000,
      requests: 20,
      frames: 40,
      rows: 400,
      payload: 9_000,
      open: 3,
    };
    expect(measure('framing', measuring(race(lane('websocket', { wire }))))).toBeUndefined();
  });

  it('count long polls against the connections they opened', () => {
    const connections = { requests: 120, opened: 1, turnaroundMs: 3.2, protocol: 'http/1.1' };
    const figures = race(lane('long-polling', { connections }));
    expect(measure('reuse', measuring(figures))?.figures).toEqual(['120', '1']);
    expect(measure('turnaround', measuring(figures))).toMatchObject({ figures: ['3.2 ms'], samples: 120 });
  });

  it('share of empty answers is of all that polling asked', () => {
    expect(measure('emptyAnswers', measuring(race(lane('polling', { heartbeats: 5 }))))?.figures).toEqual([
      '25.0%',
      '20',
    ]);
  });
});
