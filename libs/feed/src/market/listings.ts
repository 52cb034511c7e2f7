import { parseKey } from '@tickway/protocol';
import type { Listing } from './listing';
import type { Sector } from './sector';

type Line = readonly [symbol: string, name: string, price: number, shares: number];

/** The companies of the simulated exchange: all invented; price in dollars, shares in millions. */
const companies: Readonly<Record<Sector, readonly Line[]>> = {
  Technology: [
    ['NVLX', 'Novalux Semiconductors', 214.3, 1450],
    ['QBRT', 'Qubrant Systems', 143.1, 880],
    ['HLXA', 'Helixa Software', 88.4, 1210],
    ['ORBQ', 'Orbeck Devices', 312.75, 640],
    ['PYLQ', 'Pylon Quarry Data', 56.2, 930],
    ['ZNQY', 'Zenquay Networks', 34.85, 720],
  ],
  Communication: [
    ['WVLY', 'Waverly Broadcast', 27.4, 1100],
    ['TLVX', 'Televox Mobile', 61.15, 1480],
    ['LMQS', 'Lumenquist Streaming', 203.6, 430],
    ['PXRA', 'Paxora Social', 118.9, 970],
    ['STVQ', 'Stellavia Games', 74.05, 310],
  ],
  'Consumer Discretionary': [
    ['KSTQ', 'Kestrel Quay Outfitters', 48.7, 390],
    ['VLTM', 'Voltmere Motors', 167.2, 1020],
    ['BRVX', 'Bravonex Retail', 92.35, 760],
    ['LDGQ', 'Lodgewick Hotels', 131.4, 280],
    ['MRVQ', 'Marivento Cruises', 19.85, 640],
    ['FRNW', 'Fernwhistle Homes', 84.6, 350],
  ],
  'Consumer Staples': [
    ['HRVQ', 'Harrowvale Foods', 63.9, 820],
    ['OATW', 'Oatwell Mills', 41.25, 560],
    ['BRKV', 'Brookhaven Vale Dairy', 36.1, 470],
    ['SDSQ', 'Sudsbury Household', 104.3, 690],
    ['TQLA', 'Tequara Beverages', 152.8, 510],
  ],
  Energy: [
    ['PTRX', 'Petronix Basin', 78.45, 1330],
    ['GLWD', 'Galewood Offshore', 29.6, 880],
    ['DRFT', 'Driftmoor Drilling', 17.3, 530],
    ['SLRQ', 'Solarquay Power', 54.75, 420],
    ['HYDX', 'Hydraxa Hydrogen', 23.9, 610],
  ],
  Financials: [
    ['FRTQ', 'Fortquist Bank', 57.8, 2240],
    ['MRDW', 'Meridwell Capital', 188.5, 560],
    ['ANCQ', 'Anchorlea Insurance', 121.7, 480],
    ['LGRX', 'Ledgerix Payments', 246.9, 690],
    ['TLLR', 'Tellerby Savings', 31.45, 870],
    ['QNTV', 'Quantavale Exchanges', 98.2, 340],
  ],
  'Health Care': [
    ['VRDX', 'Verdexa Pharma', 73.6, 1750],
    ['GNMQ', 'Genomquest Biologics', 164.2, 320],
    ['MDVX', 'Medivex Devices', 112.4, 640],
    ['CRWL', 'Carewell Clinics', 45.9, 510],
    ['LFSP', 'Lifespring Diagnostics', 228.1, 270],
    ['NRLX', 'Neurolux Therapeutics', 38.75, 410],
  ],
  Industrials: [
    ['IRNQ', 'Ironquay Shipping', 68.3, 450],
    ['AVLN', 'Avelane Aerospace', 177.6, 590],
    ['HMRX', 'Hammerix Tools', 95.5, 330],
    ['RLWY', 'Ridgeline Railway', 139.85, 620],
    ['CRGV', 'Cargovia Logistics', 52.1, 710],
    ['BLTQ', 'Boltquist Machinery', 259.4, 360],
  ],
  Materials: [
    ['CPRV', 'Coppervein Mining', 44.2, 960],
    ['GLSQ', 'Glasquay Ceramics', 33.7, 380],
    ['TMBX', 'Timberox Paper', 26.55, 490],
    ['ALYQ', 'Alloyquest Metals', 81.9, 420],
    ['CHMV', 'Chemivar Compounds', 107.35, 310],
  ],
  'Real Estate': [
    ['TWRQ', 'Towerquay Properties', 72.8, 520],
    ['STRV', 'Storevane Depots', 118.25, 260],
    ['HBRQ', 'Harbourlea Apartments', 59.4, 430],
    ['MLLV', 'Mallavista Centres', 28.9, 570],
    ['DCRX', 'Datacrux Halls', 194.7, 240],
  ],
  Utilities: [
    ['GRDV', 'Gridvale Electric', 66.15, 780],
    ['AQWX', 'Aquawex Water', 47.3, 360],
    ['LMPQ', 'Lamplea Gas', 38.2, 440],
    ['WNDV', 'Windover Renewables', 55.6, 520],
    ['HTHX', 'Hearthex Heating', 82.45, 290],
  ],
};

/** All companies, in the order of their sectors. */
export const listings: readonly Listing[] = sectorsOf(companies).flatMap(([sector, lines]) =>
  lines.map(([symbol, name, price, shares]) => ({
    symbol: parseKey(symbol),
    name,
    sector,
    price: Math.round(price * 100),
    shares,
  })),
);

// Object.entries forgets which keys a record has.
function sectorsOf<V>(record: Readonly<Record<Sector, V>>): readonly (readonly [Sector, V])[] {
  return Object.entries(record) as [Sector, V][];
}
