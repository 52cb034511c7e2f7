import { mid, quoteOf } from '@tickway/market';
import { transportNames, type Fields, type TransportName } from '@tickway/protocol';
import { distanceBetween, positionOf } from '@tickway/tracking';
import { positionError } from '../formulas/meaning-of-age';
import { HeldState } from '../ledger/held-state';
import { wayOf } from '../viewer/ways';
import { Bench, meanLatency, type Group } from './bench';
import type { ClaimVerdict, Experiment, ExperimentRim, Finding } from './experiment';
import { deviation, fixed, percent } from './ratio';

const RTT_MS = 100;
const INTERVAL_MS = 1_000;
const SAMPLE_MS = 100;
const MEASURE_MS = 60_000;
const CENT = 0.01;
/** What counts as agreement: only some hundred moves are seen. */
const NEAR = 0.15;

/** Sums over all samples of one transport. */
interface Errors {
  samples: number;
  sum: number;
  max: number;
  within: number;
}

/** One transport. */
interface Row {
  readonly name: TransportName;
  readonly positionLatencyMs: number;
  readonly metres: Errors;
  readonly predictedMetres: number;
  readonly quoteLatencyMs: number;
  readonly dollars: Errors;
}

interface Ghost {
  readonly name: TransportName;
  readonly positions: Held;
  readonly quotes: Held;
  readonly metres: Errors;
  readonly dollars: Errors;
}

interface Held {
  readonly state: HeldState;
  readonly group: Group;
}

/** E-STALE: what lateness means in metres and in dollars. */
export const meaning: Experiment = {
  name: 'meaning',
  title: 'E-STALE: lateness in metres and dollars',
  claims: ['d-13', '16'],
  prediction:
    'Shown late by τ, a vehicle is wrong by how far the truth moves in τ: the mean rate at which its reported place moves, times the mean latency (beyond that of the viewer which stands for the truth). A price’s error grows with √τ, so ' +
    'polling once a second, some 600 ms late where a stream is 50, is √12 ≈ 3.5 times more wrong at this round trip.',
  method:
    `The server’s own feeds on a Tuesday at 08:30; one viewer of each transport through a gateway with RTT ${RTT_MS} ms, polling every ${INTERVAL_MS} ms. Every ${SAMPLE_MS} ms what each holds is compared with what a WebSocket ` +
    'without a gateway holds: all vehicles that are not offline, all symbols with a mid price. Truth is the last report, not the wheels: a report’s own age is in both.',
  run: (rim) =>
    Bench.with(rim, { feeds: { TICKWAY_SCENE_TIME: 'tue 08:30' } }, (bench) => measure(bench, rim)),
};

async function measure(bench: Bench, rim: ExperimentRim): Promise<Finding> {
  const { address: entrance } = await bench.gateway({ rttMs: RTT_MS });
  const held = (name: TransportName, topic: string, through = entrance): Held => {
    const state = new HeldState();
    const way = wayOf(name, { intervalMs: INTERVAL_MS });
    const group = bench.group({
      way,
      size: 1,
      entrance: through,
      topic,
      seen: (frame) => state.apply(frame),
    });
    return { state, group };
  };
  const ghost = (name: TransportName, through = entrance): Ghost => ({
    name,
    positions: held(name, 'positions', through),
    quotes: held(name, 'quotes', through),
    metres: noErrors(),
    dollars: noErrors(),
  });
  const truth = ghost('websocket', bench.server.target.address);
  const ghosts = transportNames.map((name) => ghost(name));
  for (const { positions, quotes } of [truth, ...ghosts])
    for (const { group } of [positions, quotes]) await bench.enter(group, 0);
  await bench.wait(2_000);
  const moved = new Path();
  const sampling = sample(bench, () => {
    moved.see(truth.positions.state);
    for (const one of ghosts) compare(one, truth);
  });
  const seconds = await bench.measure('meaning', MEASURE_MS);
  await sampling();
  // The truth has a lateness of its own: it is a viewer too.
  const rate = moved.metresPerSecond(seconds);
  const rows = ghosts.map((one) => rowOf(one, { rate, truthMs: meanLatency(truth.positions.group) }));
  return finding(rows, {
    seconds,
    metresPerSecond: rate,
    truthLatencyMs: meanLatency(truth.positions.group),
    scale: rim.scale,
  });
}

const noErrors = (): Errors => ({ samples: 0, sum: 0, max: 0, within: 0 });

/** Does `look` at even times until what is returned is called. */
function sample(bench: Bench, look: () => void): () => Promise<void> {
  const sampling = { over: false };
  const running = (async () => {
    while (!sampling.over) {
      look();
      await bench.wait(SAMPLE_MS);
    }
  })();
  return () => {
    sampling.over = true;
    return running;
  };
}

/** How far the reported places moved, all vehicles together. */
class Path {
  #metres = 0;
  #vehicles = 0;
  readonly #last = new Map<string, { readonly lat: number; readonly lon: number }>();

  see(state: HeldState): void {
    let vehicles = 0;
    for (const [key, fields] of state.entries()) {
      const place = placeOf(fields);
      if (!place) continue;
      vehicles++;
      const last = this.#last.get(key);
      if (last) this.#metres += distanceBetween(last, place);
      this.#last.set(key, place);
    }
    this.#vehicles = vehicles;
  }

  /** Of one vehicle in the mean. */
  metresPerSecond(seconds: number): number {
    return this.#metres / this.#vehicles / seconds;
  }
}

function placeOf(fields: Fields) {
  const position = positionOf(fields);
  return position && position.state !== 'offline' ? position : undefined;
}

function midOf(fields: Fields | undefined): number | undefined {
  const quote = fields && quoteOf(fields);
  return quote && mid(quote);
}

function compare(ghost: Ghost, truth: Ghost): void {
  for (const [key, fields] of truth.positions.state.entries()) {
    const real = placeOf(fields);
    const shown = placeOf(ghost.positions.state.get(key) ?? {});
    if (real && shown) add(ghost.metres, distanceBetween(real, shown), 1);
  }
  for (const [key, fields] of truth.quotes.state.entries()) {
    const [real, shown] = [midOf(fields), midOf(ghost.quotes.state.get(key))];
    if (real !== undefined && shown !== undefined) add(ghost.dollars, Math.abs(real - shown), CENT / 2);
  }
}

function add(errors: Errors, error: number, tolerance: number): void {
  errors.samples++;
  errors.sum += error;
  errors.max = Math.max(errors.max, error);
  // Half of the last binary digit is no error.
  if (error <= tolerance + 1e-9) errors.within++;
}

const rowOf = (
  { name, positions, quotes, metres, dollars }: Ghost,
  { rate, truthMs }: { readonly rate: number; readonly truthMs: number },
): Row => ({
  name,
  positionLatencyMs: meanLatency(positions.group),
  metres,
  predictedMetres: positionError(rate, meanLatency(positions.group) - truthMs),
  quoteLatencyMs: meanLatency(quotes.group),
  dollars,
});

const mean = ({ sum, samples }: Errors) => sum / samples;
const share = ({ within, samples }: Errors) => (within / samples) * 100;

const cents = ({ dollars }: Row) => fixed(mean(dollars) * 100, 3);

/** By the root, by more of it up to the lateness itself, or by less; by more than that nothing can grow. */
function rootVerdict(measured: number, later: number): ClaimVerdict['verdict'] {
  if (Math.abs(deviation(measured, Math.sqrt(later))) <= NEAR) return 'true';
  if (measured < Math.sqrt(later)) return 'false';
  return measured <= later * (1 + NEAR) ? 'partly' : 'not settled';
}

/** Whether a price's error grows with the root of its lateness, as a random walk's does. */
function rootOfLateness(rows: readonly Row[], truthMs: number): ClaimVerdict {
  const [poll, socket] = (['polling', 'websocket'] as const).map((name) =>
    rows.find((row) => row.name === name),
  );
  if (!poll || !socket) throw new Error('polling or WebSocket is missing');
  // Of positions, which hardly ever merge: a merged quote tells only its last change's latency, and was shown wrong for longer.
  const later = (poll.positionLatencyMs - truthMs) / (socket.positionLatencyMs - truthMs);
  const predicted = Math.sqrt(later);
  const measured = mean(poll.dollars) / mean(socket.dollars);
  return {
    claim: 'd-13: the error of a price grows with the root of its lateness',
    verdict: rootVerdict(measured, later),
    because: `the mid price shown is wrong by ${cents(poll)} cents in the mean polled every second and by ${cents(socket)} by WebSocket, ${fixed(measured)} times as much where the root says ${fixed(predicted)} (a price that stands still and then jumps is wrong in proportion to the lateness, which would be ${fixed(later)}); within half a cent ${fixed(share(poll.dollars))} % and ${fixed(share(socket.dollars))} % of the time`,
    becauseKo: `화면의 중간값 오차가 1초 폴링에서 평균 ${cents(poll)}센트, WebSocket에서 ${cents(socket)}센트로 ${fixed(measured)}배. 제곱근 공식은 ${fixed(predicted)}배, 멈췄다 뛰는 가격이라면 ${fixed(later)}배. 반 센트 안인 시간은 ${fixed(share(poll.dollars))} %와 ${fixed(share(socket.dollars))} %`,
  };
}

const tableHead = [
  'transport',
  'position latency ms',
  'predicted m',
  'error m',
  'max m',
  'within 1 m %',
  'quote latency ms, merged ones by their last change',
  'error cents',
  'max cents',
  'within ½ cent %',
];

function finding(rows: readonly Row[], run: Readonly<Record<string, number>>): Finding {
  const off = rows.map(({ metres, predictedMetres }) => deviation(mean(metres), predictedMetres));
  const near = off.filter((one) => Math.abs(one) <= NEAR).length;
  return {
    verdicts: [
      {
        claim: 'd-13: the error of a position is the rate at which it moves times its lateness',
        verdict: near === rows.length ? 'true' : near > 0 ? 'partly' : 'false',
        because: `${near} of ${rows.length} transports within 15 % of it (${rows.map(({ name }, i) => `${name} ${percent(off[i])}`).join(', ')}); reported places move ${fixed(run.metresPerSecond)} m/s in the mean`,
        becauseKo: `전송 방식 ${rows.length}개 중 ${near}개가 15 % 안(${rows.map(({ name }, i) => `${name} ${percent(off[i])}`).join(', ')}). 보고된 위치는 평균 초속 ${fixed(run.metresPerSecond)} m로 움직임`,
      },
      rootOfLateness(rows, run.truthLatencyMs ?? NaN),
    ],
    tables: [
      {
        title: 'Against a viewer without a gateway',
        head: tableHead,
        rows: rows.map((row) => [
          row.name,
          fixed(row.positionLatencyMs, 0),
          fixed(row.predictedMetres, 2),
          fixed(mean(row.metres), 2),
          fixed(row.metres.max, 0),
          fixed(share(row.metres)),
          fixed(row.quoteLatencyMs, 0),
          cents(row),
          fixed(row.dollars.max * 100, 1),
          fixed(share(row.dollars)),
        ]),
      },
    ],
    plots: [
      {
        ...{ name: 'meaning', title: 'Error of a position, in the mean', x: '', y: 'metres' },
        names: rows.map(({ name }) => name),
        series: [
          {
            ...{ label: 'rate × lateness', kind: 'line' },
            points: rows.map(({ predictedMetres }, i) => [i, predictedMetres] as const),
          },
          {
            ...{ label: 'measured', kind: 'dots' },
            points: rows.map(({ metres }, i) => [i, mean(metres)] as const),
          },
        ],
      },
    ],
    raw: { ...run, rows },
  };
}
