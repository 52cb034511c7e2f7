/** The texts of the map, until they speak the page's language. */
export const texts = {
  map: {
    title: 'Map',
    vehicles: 'vehicles',
    vehicleCountTitle: 'In view / known',
    waiting: 'Waiting for the first positions',
    nearer: 'Nearer',
    farther: 'Farther',
    failed: 'The base map did not load; vehicles are shown without it',
    retry: 'Try again',
    reset: 'Show the whole city',
    card: {
      next: 'Next stop',
      schedule: 'Schedule',
      motion: 'Motion',
      age: 'Last fix',
      ago: 'ago',
      onTime: 'on time',
      late: (minutes: number) => `${minutes} min late`,
      dwelling: 'at a stop',
      offline: 'no signal',
      gone: 'Ended its run',
      close: 'Close',
    },
    systems: { subway: 'Subway', lirr: 'Long Island Rail Road', mnr: 'Metro-North', bus: 'Bus' },
    attribution: {
      schedules: 'Schedules: MTA, not affiliated',
      coast:
        'Coast © <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a> contributors (ODbL)',
    },
    stale: 'Positions are old',
  },
} as const;
