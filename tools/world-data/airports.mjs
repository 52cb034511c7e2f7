import { weightOf } from './hubs.mjs';

/** Large airports with scheduled flights and an IATA code, in the order of their codes. */
export const airportsOf = (records) =>
  records
    .filter(
      ({ type, scheduled_service, iata_code }) =>
        type === 'large_airport' && scheduled_service === 'yes' && iata_code !== '',
    )
    .map(airportOf)
    .sort((a, b) => (a.code < b.code ? -1 : 1));

/** Cities whose airport lies in another municipality, or whose name is longer than it is known by. */
const cities = {
  ...{
    HKG: 'Hong Kong',
    KUL: 'Kuala Lumpur',
    IST: 'Istanbul',
    SAW: 'Istanbul',
    NRT: 'Tokyo',
    MEX: 'Mexico City',
  },
  ...{
    FRA: 'Frankfurt',
    GDL: 'Guadalajara',
    MTY: 'Monterrey',
    MVD: 'Montevideo',
    ASU: 'Asunción',
    BSL: 'Basel',
  },
};

const airportOf = (record) => ({
  code: record.iata_code,
  city: cities[record.iata_code] ?? (cityOf(record.municipality) || nameOf(record.name)),
  name: nameOf(record.name) || cityOf(record.municipality),
  lat: rounded(record.latitude_deg),
  lon: rounded(record.longitude_deg),
  continent: record.continent,
  weight: weightOf(record.iata_code),
});

/** `Paris (Roissy-en-France, Val-d'Oise)` is Paris. */
const cityOf = (name) =>
  name
    .split(/[(,/]/)[0]
    .replace(/^Ciudad de /, '')
    .trim();

/** `London Heathrow Airport` is London Heathrow. */
const nameOf = (name) =>
  name
    .split(/[(,/]/)[0]
    .replace(/\b(International )?Airport\b.*/, '')
    .replace(/^Aeropuerto Internacional (de )?|\bInternational\b/, '')
    .replace(/ +/g, ' ')
    .trim();

const rounded = (degrees) => Math.round(Number(degrees) * 1e4) / 1e4;
