import type { KeyedState } from '@tickway/client';
import type { Key } from '@tickway/protocol';
import { positionOf, vehicleSystems, type Position, type VehicleState } from '@tickway/tracking';

/** What a list of vehicles shows of all that are held. */
export interface Listed {
  readonly keys: readonly Key[];
  /** How many there are of each state, that filter left aside. */
  readonly states: Readonly<Record<VehicleState, number>>;
}

/** Which vehicles are listed. */
export interface ListWish {
  /** The wish, but for the state. */
  readonly isWanted: (position: Position) => boolean;
  readonly state: VehicleState | undefined;
}

/** The vehicles that are wanted, by system, route and destination, so that a row keeps its place while it moves. */
export function inListOrder(held: KeyedState['state'], { isWanted, state }: ListWish): Listed {
  const states = { moving: 0, dwelling: 0, offline: 0 };
  const rows: { key: Key; rank: string }[] = [];
  for (const [key, { fields }] of held) {
    const position = positionOf(fields);
    if (!position || !isWanted(position)) continue;
    states[position.state]++;
    if (state === undefined || position.state === state) rows.push({ key, rank: rankOf(key, position) });
  }
  rows.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return { keys: rows.map(({ key }) => key), states };
}

/** The routes of a system that run, in order: `2` before `10`. */
export function routesOf(
  held: KeyedState['state'],
  system: Position['system'] | undefined,
): readonly string[] {
  const routes = new Set<string>();
  for (const { fields } of held.values())
    if (typeof fields.route === 'string' && (system === undefined || fields.system === system))
      routes.add(fields.route);
  return [...routes].sort((a, b) => (padded(a) < padded(b) ? -1 : 1));
}

const rankOf = (key: Key, { system, route, headsign }: Position) =>
  `${vehicleSystems.indexOf(system)} ${padded(route)} ${headsign} ${key}`;

/** Numbers as wide as the widest, so that text order is their order. */
const padded = (text: string) => text.replace(/\d+/g, (digits) => digits.padStart(5, '0'));
