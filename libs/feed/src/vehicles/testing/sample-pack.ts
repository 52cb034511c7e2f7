import { brotliCompressSync } from 'node:zlib';
import { readPack } from '../read-pack';
import type { Pack } from '../pack';

/**
 * A timetable of one line with three stops a kilometre apart, eastward then north: every weekday at 08:30 and
 * 24:10, each run ten minutes long. As the file has it.
 */
export const sampleJson = {
  format: 'tickway-timetable/1',
  name: 'sample',
  system: 'subway',
  timeZone: 'America/New_York',
  days: ['2026-09-24', '2026-09-25', '2026-09-26', '2026-09-27', '2026-09-28', '2026-09-29', '2026-09-30'],
  routes: [['7', '#9a38a1']],
  headsigns: ['Far End'],
  stops: ['First St', 'Middle Av', 'Far End'],
  shapes: [[4070000, -7400000, 0, 1186, 899, 0]],
  patterns: [[0, 0, 0, [0, 1, 2], [0, 1000, 999]]],
  profiles: [[0, [300, 300]]],
  runs: [[0b1110011, [0, 0], [30_600, 56_400]]],
};

/** A file's bytes for some JSON. */
export const packed = (json: unknown): Uint8Array => brotliCompressSync(JSON.stringify(json));

/** {@link sampleJson} as read, with other values for some of its members. */
export const samplePack = (more: Partial<typeof sampleJson> = {}): Pack =>
  readPack(packed({ ...sampleJson, ...more }), 'sample.json.br');
