import type { TransitSystem } from '@tickway/tracking';

/** The timetable files of New York by system, as `tools/nyc-data` names them. */
export const packFiles: Readonly<Record<TransitSystem, readonly string[]>> = {
  subway: ['subway.json.br'],
  lirr: ['lirr.json.br'],
  mnr: ['mnr.json.br'],
  bus: [
    'bus-manhattan.json.br',
    'bus-bronx.json.br',
    'bus-brooklyn.json.br',
    'bus-queens.json.br',
    'bus-staten-island.json.br',
    'bus-company.json.br',
  ],
};
