/** What a frame may cost on a screen of 60 frames a second, ms: a quarter of it for the board. */
const TARGETS = { boardMs: 4, mapFps: 30, labFps: 60 };

/**
 * docs/measurements/frames.md.
 *
 * @param {{ about: object, cases: readonly object[] }} report
 */
export function framesDocument({ about, cases }) {
  return `${[
    '# Frames: what the board, the map and the lab cost the browser',
    `Made by \`${about.command}\` on ${about.date.slice(0, 10)}; no figure is written by hand. The data: [frames.json](frames.json).`,
    method(about),
    table(cases),
    verdicts(cases, about),
  ].join('\n\n')}\n`;
}

function method({ machine, browser, gpu, seed, rounds, loadBefore, loadAfter }) {
  return [
    `- Machine: ${machine.processor}, ${machine.cores} cores, ${machine.system}; Chromium ${browser}, headless, ${gpu ? 'with the GPU of the machine' : 'without a GPU: everything is drawn by the processor, which the server shares'}.`,
    `- Load of the machine before and after: ${loadBefore.toFixed(1)} and ${loadAfter.toFixed(1)} (the server and the browser are part of it).`,
    `- Seed ${seed}, Thursday 08:30 in New York, WebSocket; the median of ${rounds} rounds of 10 s, each on a page opened anew.`,
    '- *CPU* is the processor time of the page’s main thread (script, style, layout, paint, compositing); a *frame* is one that the main thread made. The board makes one only when something changed; the map’s loop asks for every one. *Of 60 Hz* is the CPU time spread over the sixty frames that a screen shows in a second. *Script, style, layout* and *rest* are milliseconds of a second by the clock on the wall: on a busy machine the waiting for a processor is in them.',
  ].join('\n');
}

function table(cases) {
  const head = ['view', 'vehicles', 'CPU ms/s', 'script', 'style', 'layout', 'rest'];
  const more = ['frames/s', 'CPU ms a frame', 'CPU ms of 60 Hz', 'between frames p50 / p95'];
  const rows = cases.map((one) => [
    one.shows,
    one.vehicles?.toLocaleString('en-US') ?? '',
    one.cpuMs.toFixed(0),
    ...[one.scriptMs, one.styleMs, one.layoutMs, restOf(one)].map((ms) => ms.toFixed(0)),
    one.framesPerSecond.toFixed(1),
    aFrame(one).toFixed(2),
    (one.cpuMs / 60).toFixed(2),
    `${one.gapMs.p50.toFixed(1)} / ${one.gapMs.p95.toFixed(1)} ms`,
  ]);
  return [[...head, ...more], [...head, ...more].map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** Script, style and layout are counted by the clock on the wall, so that what is left is at least nothing. */
const restOf = ({ wallMs, scriptMs, styleMs, layoutMs }) =>
  Math.max(0, wallMs - scriptMs - styleMs - layoutMs);

const aFrame = ({ cpuMs, framesPerSecond }) => (framesPerSecond > 0 ? cpuMs / framesPerSecond : 0);

function verdicts(cases, { gpu }) {
  return cases
    .map((one) =>
      one.name.startsWith('board')
        ? boardVerdict(one)
        : framesVerdict(one, one.name.startsWith('lab') ? TARGETS.labFps : mapFps(gpu)),
    )
    .join('\n');
}

const mapFps = (gpu) => (gpu ? 2 * TARGETS.mapFps : TARGETS.mapFps);

function boardVerdict({ shows, cpuMs }) {
  const ms = cpuMs / 60;
  return `- ${shows}: ${ms.toFixed(2)} ms of each 60 Hz frame; under ${TARGETS.boardMs} ms is wanted: **${ms < TARGETS.boardMs ? 'kept' : 'missed'}**.`;
}

function framesVerdict({ shows, framesPerSecond }, fps) {
  const kept = framesPerSecond >= 0.97 * fps;
  return `- ${shows}: ${framesPerSecond.toFixed(1)} frames a second; ${fps} are wanted: **${kept ? 'kept' : 'missed'}**.`;
}
