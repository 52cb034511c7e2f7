import type { Formats } from '../../language/formats';
import { pollingPrediction } from '../formula/polling-prediction';
import type { Levers } from '../levers/levers';
import { openedBy, overheadEach } from '../race/figure-rows';
import type { LaneFigures, RaceFigures } from '../race/race-figures';
import type { TransportName } from '@tickway/protocol';

/** What the race can say of claims. */
export const measureNames = [
  'pollingDelay',
  'headers',
  'emptyAnswers',
  'reuse',
  'turnaround',
  'requestRates',
  'longPollDelay',
  'streamingDelay',
  'oneSocket',
  'framing',
  'directions',
] as const;

/** One of {@link measureNames}. */
export type MeasureName = (typeof measureNames)[number];

/** A measurement in figures, written in the present language; the texts put words around them. */
export interface Measured {
  readonly figures: readonly string[];
  readonly samples: number;
  /** When its latest sample was taken, epoch ms, server clock. */
  readonly at: number;
}

/** What measurements are made of. */
export interface Measuring {
  readonly race: RaceFigures;
  readonly levers: Levers;
  readonly formats: Formats;
}

type Measure = (measuring: Measuring) => Measured | undefined;

const measures: Readonly<Record<MeasureName, Measure>> = {
  pollingDelay,
  headers,
  emptyAnswers,
  reuse,
  turnaround,
  requestRates,
  longPollDelay,
  streamingDelay,
  oneSocket,
  framing,
  directions,
};

/** What the race measured of a claim so far; undefined before there is enough. */
export const measure = (name: MeasureName, measuring: Measuring): Measured | undefined =>
  measures[name](measuring);

function pollingDelay(measuring: Measuring): Measured | undefined {
  const { formats, levers, race } = measuring;
  const polling = delayOf(measuring, 'polling');
  if (!polling) return undefined;
  const said = pollingPrediction(levers.pollingIntervalMs, race.clock?.errorMs ?? 0);
  const times = [
    levers.pollingIntervalMs,
    polling.latency.mean,
    said.meanMs,
    polling.latency.max,
    said.maxMs,
  ];
  return { figures: times.map(formats.duration), samples: polling.latency.samples, at: polling.at };
}

function headers({ race, formats }: Measuring): Measured | undefined {
  const [polling, webSocket] = [lane(race, 'polling'), lane(race, 'websocket')];
  const wire = polling?.wire;
  if (!wire || !webSocket || wire.requests === 0) return undefined;
  const [down, framing] = [overheadEach(polling), overheadEach(webSocket)];
  if (down === undefined || framing === undefined) return undefined;
  const figures = [wire.read / wire.requests, (down * wire.frames) / wire.requests, framing].map(
    formats.bytes,
  );
  return { figures, samples: wire.requests, at: race.readAt };
}

function emptyAnswers({ race, formats }: Measuring): Measured | undefined {
  const polling = lane(race, 'polling');
  const asked = polling?.totals.requests ?? 0;
  if (!polling || asked < 2) return undefined;
  return {
    figures: [formats.percent(polling.heartbeats / asked), formats.count(asked)],
    ...{ samples: asked, at: race.readAt },
  };
}

function reuse({ race, formats }: Measuring): Measured | undefined {
  const polls = lane(race, 'long-polling');
  const opened = polls && openedBy(polls);
  const requests = polls?.connections?.requests ?? 0;
  if (opened === undefined || requests < 2) return undefined;
  return { figures: [requests, opened].map(formats.count), samples: requests, at: race.readAt };
}

function turnaround({ race, formats }: Measuring): Measured | undefined {
  const use = lane(race, 'long-polling')?.connections;
  if (use?.turnaroundMs === undefined) return undefined;
  return { figures: [formats.duration(use.turnaroundMs)], samples: use.requests, at: race.readAt };
}

function requestRates({ race, formats }: Measuring): Measured | undefined {
  const [polling, longPolling] = [lane(race, 'polling'), lane(race, 'long-polling')];
  const seconds = race.elapsedMs / 1_000;
  if (!polling || !longPolling || seconds < 2) return undefined;
  const each = [longPolling.totals.requests, polling.totals.requests];
  return {
    figures: each.map((requests) => formats.number(requests / seconds)),
    samples: each.reduce((sum, requests) => sum + requests, 0),
    at: race.readAt,
  };
}

function longPollDelay(measuring: Measuring): Measured | undefined {
  const names = ['long-polling', 'polling', 'websocket'] as const;
  return together(measuring, names, ({ latency }) => latency.mean);
}

function streamingDelay(measuring: Measuring): Measured | undefined {
  return together(measuring, ['streaming', 'websocket'], ({ latency }) => latency.p50);
}

function oneSocket({ race, formats }: Measuring): Measured | undefined {
  const [webSocket, polling] = [lane(race, 'websocket'), lane(race, 'polling')];
  if (!webSocket || !polling || webSocket.totals.frames === 0) return undefined;
  const { frames, requests } = webSocket.totals;
  return {
    figures: [frames, requests, polling.totals.requests].map(formats.count),
    ...{ samples: frames, at: race.readAt },
  };
}

function framing({ race, formats }: Measuring): Measured | undefined {
  const [webSocket, polls] = [lane(race, 'websocket'), lane(race, 'long-polling')];
  if (!webSocket?.wire || !polls) return undefined;
  const each = [overheadEach(webSocket), overheadEach(polls)];
  if (each.includes(undefined)) return undefined;
  return { figures: each.map(formats.bytes), samples: webSocket.wire.frames, at: race.readAt };
}

function directions({ race, formats }: Measuring): Measured | undefined {
  const totals = lane(race, 'websocket')?.totals;
  if (!totals || totals.received === 0) return undefined;
  return {
    figures: [totals.received, totals.sent].map(formats.bytes),
    ...{ samples: totals.frames, at: race.readAt },
  };
}

const lane = ({ lanes }: RaceFigures, name: TransportName): LaneFigures | undefined =>
  lanes.find(({ transport }) => transport === name);

/** Fewer updates than this say little. */
const LEAST_SAMPLES = 20;

function delayOf({ race, levers }: Measuring, name: TransportName) {
  const figures = lane(race, name)?.topics.get(levers.of);
  const latency = figures?.latency;
  return figures && latency && latency.samples >= LEAST_SAMPLES ? { latency, at: figures.lastAt } : undefined;
}

type Delay = NonNullable<ReturnType<typeof delayOf>>;

/** One time of each of several transports. */
function together(
  measuring: Measuring,
  names: readonly TransportName[],
  read: (delay: Delay) => number,
): Measured | undefined {
  const delays = names.map((name) => delayOf(measuring, name)).filter((delay) => delay !== undefined);
  if (delays.length < names.length) return undefined;
  return {
    figures: delays.map((delay) => measuring.formats.duration(read(delay))),
    samples: Math.min(...delays.map(({ latency }) => latency.samples)),
    at: Math.min(...delays.map(({ at }) => at)),
  };
}
