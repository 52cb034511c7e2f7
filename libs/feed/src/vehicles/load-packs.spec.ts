import { transitSystems } from '@tickway/tracking';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPacks } from './load-packs';
import type { Pack } from './pack';
import { packFiles } from './pack-files';
import { UnreadablePack } from './unreadable-pack';

const nyc = join(__dirname, '../../data/nyc');

describe('loadPacks', () => {
  let packs: readonly Pack[];
  beforeAll(async () => {
    packs = await loadPacks(nyc, transitSystems);
  });

  it('reads all timetables of New York', () => {
    expect(packs.map(({ name }) => `${name}.json.br`)).toEqual(Object.values(packFiles).flat());
    expect(packs.every(({ timeZone }) => timeZone === 'America/New_York')).toBe(true);
  });

  it('has every run of Thursday 2026-09-24, as counted from the GTFS files', () => {
    const thursday = packs.map(({ name, runs }) => [
      name,
      runs.days.filter((days) => (days & 1) !== 0).length,
    ]);
    expect(Object.fromEntries(thursday)).toEqual({
      ...{ subway: 8497, lirr: 953, mnr: 718 },
      ...{ 'bus-manhattan': 8575, 'bus-bronx': 9709, 'bus-brooklyn': 13_371, 'bus-queens': 7603 },
      ...{ 'bus-staten-island': 4523, 'bus-company': 11_378 },
    });
  });

  it('places every stop on its track, in order', () => {
    const patterns = new Set(packs.flatMap(({ profiles }) => profiles.map(({ pattern }) => pattern)));
    const wrong = [...patterns].filter(({ offsets, track }) => {
      const falls = offsets.some((offset, i) => offset < (offsets[i - 1] ?? 0));
      return falls || (offsets.at(-1) ?? 0) > (track.metres.at(-1) ?? 0) + 2;
    });
    expect(wrong).toEqual([]);
  });

  it('names the file that is missing or broken', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'packs-'));
    await expect(loadPacks(empty, ['lirr'])).rejects.toThrow(UnreadablePack);
    await expect(loadPacks(empty, ['lirr'])).rejects.toThrow('lirr.json.br');
    await writeFile(join(empty, 'lirr.json.br'), 'hello');
    await expect(loadPacks(empty, ['lirr'])).rejects.toThrow('data file lirr.json.br: not a Brotli file');
  });
});
