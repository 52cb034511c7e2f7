import { isIP } from 'node:net';
import { vehicleSystems, type VehicleSystem } from '@tickway/tracking';
import { defaultSettings, type TransportSettings } from '@tickway/transports';
import { parseOutsideTopic, type OutsideTopic } from './feeds/outside-topic';
import { parseTiles, type Tiles } from './page/tiles';
import { BadSetting, Settings, type Environment } from './setting';

/** Nest's name for the {@link Config}. */
export const CONFIG = Symbol('Config');

/** Everything that can be set from outside, read once at start. */
export interface Config {
  /** `PORT`, 0 to 65535 (0: any free one), default 3000. */
  readonly port: number;
  /** `HOST`, the address to listen on, default 127.0.0.1: this machine only. */
  readonly host: string;
  /** `TICKWAY_SEED`, of all simulations, 0 to 4294967295, default 1. */
  readonly seed: number;
  /**
   * `TICKWAY_SYSTEMS`, whose vehicles run, default subway,lirr,mnr,flight: New York's trains and the world's flights (bus adds
   * some 3,700). A scene none of whose systems is named is not there.
   */
  readonly systems: readonly VehicleSystem[];
  /** `TICKWAY_SCENE_TIME`, when the vehicles' week begins, such as `thu 08:30`; default: now, by New York's clocks. */
  readonly sceneTime?: string;
  /** Absent unless `TICKWAY_INGEST_TOKEN` is set: outside programs may not publish. */
  readonly ingest?: IngestConfig;
  /**
   * `TICKWAY_KEEP_ALIVE_MS`, how long an idle HTTP connection is kept, 1000 to 600000 ms, default 65000:
   * longer than nginx keeps its own (60 s), so that it never writes into one we have just closed.
   */
  readonly keepAliveMs: number;
  /**
   * `TICKWAY_HISTORY`, where what was told is kept: the path of a SQLite file, `memory` or `off`; default
   * `.tickway/history.sqlite` in the folder it is started from. One server a file.
   */
  readonly history: 'off' | 'memory' | { readonly path: string };
  /**
   * `TICKWAY_HISTORY_RATE`, requests below `/history` that one address may make a second, 1 to 100000, default 20, and five
   * times as many at once. Behind a proxy all viewers have its address.
   */
  readonly historyRate: number;
  /** `TICKWAY_LAB`, `on` (default) or `off`: no gateways, no runs. */
  readonly lab: 'off' | LabConfig;
  /**
   * `TICKWAY_TILES`, where the map's picture layer comes from if a viewer switches it on: an address with {z}, {x} and {y},
   * default OpenStreetMap's; `off`: there is none, and the page asks no other host for anything.
   */
  readonly tiles: Tiles | 'off';
  readonly transports: TransportSettings;
}

/** Who may use the lab, beside who sits at this machine. */
export interface LabConfig {
  /** `TICKWAY_LAB_TOKEN`, 16 characters or more; absent: nobody. */
  readonly token?: string;
}

/** What outside programs may do. */
export interface IngestConfig {
  /** `TICKWAY_INGEST_TOKEN`, 16 characters or more. */
  readonly token: string;
  /** `TICKWAY_INGEST_TOPICS`, comma separated, none of the server's own: `vans,alerts:every` (default delivery: latest). */
  readonly topics: readonly OutsideTopic[];
}

const SHORTEST_TOKEN = 16;
const HOUR_MS = 3_600_000;

/**
 * Reads the configuration.
 *
 * @throws BadSetting naming the first setting that cannot be used
 */
export function readConfig(environment: Environment): Config {
  const settings = new Settings(environment);
  const ingest = ingestOf(settings);
  const sceneTime = settings.text('TICKWAY_SCENE_TIME');
  return {
    port: settings.number('PORT', { from: 0, to: 65_535, otherwise: 3_000 }),
    host: settings.text('HOST') ?? '127.0.0.1',
    seed: settings.number('TICKWAY_SEED', { from: 0, to: 4_294_967_295, otherwise: 1 }),
    systems: settings.list('TICKWAY_SYSTEMS', parseSystem) ?? ['subway', 'lirr', 'mnr', 'flight'],
    tiles: parseTiles(settings.text('TICKWAY_TILES')),
    keepAliveMs: settings.number('TICKWAY_KEEP_ALIVE_MS', { from: 1_000, to: 600_000, otherwise: 65_000 }),
    history: historyOf(settings),
    historyRate: settings.number('TICKWAY_HISTORY_RATE', { from: 1, to: 100_000, otherwise: 20 }),
    lab: labOf(settings),
    transports: transportsOf(settings),
    ...(sceneTime !== undefined && { sceneTime }),
    ...(ingest && { ingest }),
  };
}

function transportsOf(settings: Settings): TransportSettings {
  const { heartbeatMs, slowMs, lifetimeMs, capacity, capacityPerAddress, requestRate, origins, proxies } =
    defaultSettings;
  return {
    ...defaultSettings,
    heartbeatMs: settings.number('TICKWAY_HEARTBEAT_MS', { from: 100, to: 60_000, otherwise: heartbeatMs }),
    slowMs: settings.number('TICKWAY_SLOW_MS', { from: 100, to: 600_000, otherwise: slowMs }),
    lifetimeMs: settings.number('TICKWAY_LIFETIME_MS', {
      from: 1_000,
      to: 24 * HOUR_MS,
      otherwise: lifetimeMs,
    }),
    capacity: settings.number('TICKWAY_CAPACITY', { from: 1, to: 1_000_000, otherwise: capacity }),
    capacityPerAddress: settings.number('TICKWAY_CAPACITY_PER_ADDRESS', {
      from: 1,
      to: 1_000_000,
      otherwise: capacityPerAddress,
    }),
    requestRate: settings.number('TICKWAY_REQUEST_RATE', { from: 1, to: 1_000_000, otherwise: requestRate }),
    origins: settings.list('TICKWAY_ORIGINS', parseOrigin) ?? origins,
    proxies: settings.list('TICKWAY_PROXIES', parseAddress) ?? proxies,
  };
}

function historyOf(settings: Settings): Config['history'] {
  const text = settings.text('TICKWAY_HISTORY') ?? '.tickway/history.sqlite';
  return text === 'off' || text === 'memory' ? text : { path: text };
}

function labOf(settings: Settings): Config['lab'] {
  const lab = settings.text('TICKWAY_LAB') ?? 'on';
  const token = settings.text('TICKWAY_LAB_TOKEN');
  if (lab !== 'on' && lab !== 'off') throw new BadSetting('TICKWAY_LAB must be on or off');
  if (token !== undefined && token.length < SHORTEST_TOKEN)
    throw new BadSetting(`TICKWAY_LAB_TOKEN must have at least ${SHORTEST_TOKEN} characters`);
  if (lab === 'off') return 'off';
  return token === undefined ? {} : { token };
}

function ingestOf(settings: Settings): IngestConfig | undefined {
  const token = settings.text('TICKWAY_INGEST_TOKEN');
  const topics = settings.list('TICKWAY_INGEST_TOPICS', parseOutsideTopic) ?? [];
  if (token === undefined && topics.length === 0) return undefined;
  if (token === undefined || token.length < SHORTEST_TOKEN)
    throw new BadSetting(`TICKWAY_INGEST_TOKEN must have at least ${SHORTEST_TOKEN} characters`);
  if (topics.length === 0)
    throw new BadSetting('TICKWAY_INGEST_TOPICS must name the topics that outside programs may publish to');
  if (new Set(topics.map(({ topic }) => topic)).size < topics.length)
    throw new BadSetting('TICKWAY_INGEST_TOPICS names a topic twice');
  return { token, topics };
}

function parseSystem(text: string): VehicleSystem {
  const system = vehicleSystems.find((known) => known === text);
  if (system) return system;
  throw new Error(`each must be one of ${vehicleSystems.join(', ')}`);
}

function parseAddress(text: string): string {
  if (isIP(text) !== 0) return text;
  throw new Error('each must be an address such as 127.0.0.1');
}

function parseOrigin(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw new Error('each must be an origin such as https://board.example');
}
