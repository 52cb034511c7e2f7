import type { Params } from '@angular/router';
import { isKey, type Key } from '@tickway/protocol';
import { vehicleSystems, type VehicleState } from '@tickway/tracking';
import { all, type Wanted } from './wanted';

/** What the viewer chose on the map and in its list: all of it stands in the address. */
export interface Viewed {
  /** The vehicle that was chosen. */
  readonly selected: Key | undefined;
  /** Whether the map goes along with it. */
  readonly following: boolean;
  /** Which vehicles are sought. */
  readonly wanted: Wanted;
}

const states: readonly VehicleState[] = ['moving', 'dwelling', 'offline'];

/** Reads it from an address; what cannot be had is as by default. */
export function viewedIn(query: { get(name: string): string | null }): Viewed {
  const vehicle = query.get('vehicle');
  const selected = isKey(vehicle) ? vehicle : undefined;
  const wanted = {
    search: query.get('seek') ?? all.search,
    system: vehicleSystems.find((one) => one === query.get('system')),
    route: query.get('route') ?? undefined,
    borough: query.get('borough') ?? undefined,
    state: states.find((one) => one === query.get('state')),
  };
  return { selected, following: selected !== undefined && query.get('follow') === '1', wanted };
}

/** The parameters that say it; `null` for what is as by default. */
export function viewedParameters({ selected, following, wanted }: Viewed): Params {
  const { search, system = null, route = null, borough = null, state = null } = wanted;
  return {
    ...{ vehicle: selected ?? null, follow: following ? '1' : null },
    ...{ seek: search === '' ? null : search, system, route, borough, state },
  };
}
