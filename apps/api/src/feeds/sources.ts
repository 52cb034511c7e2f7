import {
  flightFeed,
  loadAirports,
  loadPacks,
  MARKET_LABEL,
  marketFeed,
  sceneOffsetMs,
  shiftTo,
  vehicleFeed,
  type Pack,
} from '@tickway/feed';
import type { Clock } from '@tickway/hub';
import { transitSystems } from '@tickway/tracking';
import { join } from 'node:path';
import { asyncScheduler } from 'rxjs';
import type { Config } from '../config';
import { BadSetting } from '../setting';
import type { Source } from './source';

/** Where sources get what they need from. */
export interface SourceSurroundings {
  readonly clock: Clock;
  /** The folder of the scenes' data. */
  readonly data: string;
}

/**
 * The feeds that this configuration asks for.
 *
 * @throws UnreadablePack for a timetable or airports that are missing or broken, BadSetting for a scene's time that is none
 */
export async function sourcesOf(
  config: Config,
  { clock, data }: SourceSurroundings,
): Promise<readonly Source[]> {
  const wanted = transitSystems.filter((system) => config.systems.includes(system));
  const packs = await loadPacks(join(data, 'nyc'), wanted);
  return [market(config), ...vehicles(config, packs, clock), ...(await flights(config, data))];
}

const market = ({ seed }: Config): Source => ({
  feed: marketFeed({ seed, scheduler: asyncScheduler }),
  about: () => ({ label: MARKET_LABEL, simulated: true, seed }),
  staleMs: 5_000,
});

async function flights({ seed, systems }: Config, data: string): Promise<readonly Source[]> {
  if (!systems.includes('flight')) return [];
  const airports = await loadAirports(join(data, 'world'));
  const source: Source = {
    feed: flightFeed({ airports, seed, scheduler: asyncScheduler }),
    about: () => ({
      label: 'SIMULATED flights between real airports',
      simulated: true,
      seed,
      timeZone: 'UTC',
      offsetMs: 0,
    }),
    staleMs: 15_000,
  };
  return [source];
}

function vehicles({ seed, sceneTime }: Config, packs: readonly Pack[], { now }: Clock): readonly Source[] {
  const [week] = packs;
  if (!week) return [];
  const { timeZone } = week;
  const shiftMs = sceneTime === undefined ? 0 : shiftTo(sceneTime, { timeZone, at: now() });
  if (shiftMs === undefined)
    throw new BadSetting('TICKWAY_SCENE_TIME must be a time of the week such as thu 08:30');
  const source: Source = {
    feed: vehicleFeed({ packs, seed, shiftMs, scheduler: asyncScheduler }),
    about: (at) => ({
      label: 'SIMULATED vehicles on New York’s real timetable',
      simulated: true,
      seed,
      timeZone,
      offsetMs: shiftMs + sceneOffsetMs(week, at + shiftMs),
    }),
    staleMs: 15_000,
  };
  return [source];
}
