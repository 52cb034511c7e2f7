import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { decodeLine } from './geometry.mjs';
import { separation, timesOf } from './plain-run.mjs';

/**
 * Compares our packs with a folder of independently built ones (`pack-<feed>.json.gz`, one day each):
 * runs, vehicles under way at four times, and where the matching ones are, by plain interpolation.
 */
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: node check.mjs <folder with pack-*.json.gz>');

const ours = new URL('../../libs/feed/data/nyc/', import.meta.url);
const names = {
  ...{ subway: 'subway', lirr: 'lirr', mnr: 'mnr', bus_m: 'bus-manhattan', bus_bx: 'bus-bronx' },
  ...{ bus_bk: 'bus-brooklyn', bus_qns: 'bus-queens', bus_si: 'bus-staten-island', bus_busco: 'bus-company' },
};
const hours = [3, 8.5, 12, 18];

function report(name, own, theirs) {
  const rows = hours.map((hour) => {
    const [a, b] = [own, theirs].map((runs) => runs.filter((run) => isUnderWay(run, hour * 3600)));
    return {
      hour,
      own: a.length,
      theirs: b.length,
      apart: matched(a, b).map(([x, y]) => separation(x, y, hour * 3600)),
    };
  });
  const apart = rows.flatMap((row) => row.apart).sort((a, b) => a - b);
  const at = (share) => apart[Math.min(apart.length - 1, Math.floor(share * apart.length))]?.toFixed(1);
  console.log(`${name}: runs ${own.length} / ${theirs.length}`);
  for (const row of rows)
    console.log(`  ${row.hour} h: ${row.own} / ${row.theirs} under way, ${row.apart.length} matched`);
  console.log(`  metres apart: median ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, most ${at(1)}`);
}

const isUnderWay = ({ times }, second) => times[0].leave <= second && second < times.at(-1).arrive;

/** Pairs of runs of the same line, stops and times; the places are what is compared. */
function matched(a, b) {
  const waiting = Map.groupBy(b, ({ id }) => id);
  return a.flatMap((run) => {
    const other = waiting.get(run.id)?.pop();
    return other ? [[run, other]] : [];
  });
}

/** The runs of the first day of our week, which is the day of the other packs. */
function ourRuns(pack) {
  const lines = pack.shapes.map(decodeLine);
  return pack.runs
    .filter(([days]) => days & 1)
    .flatMap(([, profiles, starts]) => {
      const at = sums(starts);
      return sums(profiles).map((index, i) => {
        const [pattern, rides, stands = []] = pack.profiles[index];
        const [route, , shape, stops, offsets] = pack.patterns[pattern];
        const times = timesOf(at[i], rides, stands);
        const id = idOf(
          pack.routes[route][0],
          stops.map((stop) => pack.stops[stop]),
          times,
        );
        return { id, times, offsets: sums(offsets), line: lines[shape] };
      });
    });
}

/** A profile there is its pattern, then seconds, or `[arrival, standing]`, from the start at each stop. */
function theirRuns(pack) {
  const lines = new Map(Object.entries(pack.shapes).map(([id, coded]) => [id, decodeLine(coded)]));
  return pack.runs.map(([profile, start]) => {
    const [pattern, ...seconds] = pack.profiles[profile];
    const [route, , shape, stops, offsets] = pack.patterns[pattern];
    const times = seconds.map((second) => {
      const [arrive, stand] = Array.isArray(second) ? second : [second, 0];
      return { arrive: start + arrive, leave: start + arrive + stand };
    });
    const [short, long] = pack.routes[route];
    const id = idOf(
      short || long,
      stops.map((stop) => pack.stops[stop][0]),
      times,
    );
    return { id, times, offsets, line: lines.get(shape) };
  });
}

const idOf = (route, stops, times) => [route, times[0].leave, times.at(-1).arrive, stops.join()].join(' ');

function sums(differences) {
  let sum = 0;
  return differences.map((difference) => (sum += difference));
}

for (const file of (await readdir(folder)).filter((name) => name.startsWith('pack-')).sort()) {
  const name = names[basename(file, '.json.gz').slice('pack-'.length)];
  const theirs = theirRuns(JSON.parse(String(gunzipSync(await readFile(join(folder, file))))));
  const own = ourRuns(
    JSON.parse(String(brotliDecompressSync(await readFile(new URL(`${name}.json.br`, ours))))),
  );
  report(name, own, theirs);
}
