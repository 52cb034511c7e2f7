import { inject, untracked } from '@angular/core';
import { transitSystems, type Bounds, type VehicleSystem } from '@tickway/tracking';
import type { Topic } from '@tickway/protocol';
import { Live, topics } from '../live/live';
import type { LiveTopic } from '../live/live-topic';
import { SceneChoice, type SceneName } from '../shell/scene-choice';

/** What the map needs to know of a scene. */
export interface MapScene {
  readonly name: SceneName;
  /** Whose rows are its vehicles. */
  readonly topic: Topic;
  /** Address of its base map. */
  readonly baseMap: string;
  /** What is shown at first. */
  readonly firstView: Bounds;
  /** What the map can be moved over: all that its base map covers; the world goes on beyond the date line. */
  readonly limits: Bounds;
  /** Zooms between which the map can be moved; never so far that the world is narrower than its map. */
  readonly zooms: { readonly farthest: number; readonly nearest: number };
  /**
   * Added to a zoom to get the one at which a city's streets would look as crowded: what is drawn how large, and from where on, is
   * said in zooms of a city.
   */
  readonly closer: number;
  /** As fast as anything goes, metres per second. */
  readonly fastest: number;
  readonly systems: readonly VehicleSystem[];
}

export const mapScenes: Readonly<Record<SceneName, MapScene>> = {
  nyc: {
    name: 'nyc',
    topic: topics.positions,
    baseMap: '/data/nyc/base-map.json',
    // The five boroughs.
    firstView: { south: 40.57, west: -74.05, north: 40.88, east: -73.78 },
    limits: { south: 39.9, west: -75.4, north: 42, east: -71.4 },
    zooms: { farthest: 9, nearest: 15.5 },
    ...{ closer: 0, fastest: 35, systems: transitSystems },
  },
  world: {
    name: 'world',
    topic: topics.flights,
    baseMap: '/data/world/base-map.json',
    firstView: { south: -48, west: -150, north: 72, east: 170 },
    limits: { south: -85, west: -540, north: 85, east: 540 },
    zooms: { farthest: 1, nearest: 8 },
    ...{ closer: 8, fastest: 260, systems: ['flight'] },
  },
};

/** The scene that whoever is being constructed is part of: a component of the map lives no longer than its scene is shown. */
export const injectMapScene = (): MapScene => mapScenes[untracked(inject(SceneChoice).shown)];

/** The vehicles of that scene. */
export function injectVehicles(): LiveTopic {
  const [live, { name }] = [inject(Live), injectMapScene()];
  return name === 'world' ? live.flights : live.positions;
}
