import type { CodedLine } from './base-map';

/** How many units of a coded line make a degree. */
const UNITS_PER_DEGREE = 1e5;

/** The places of a coded line as latitude, longitude, latitude, longitude … in degrees. */
export function decodeLine(coded: CodedLine): Float64Array {
  const line = new Float64Array(coded.length);
  // Summed in whole units: a sum of degrees would drift along a long line.
  const sums = [0, 0];
  coded.forEach((difference, i) => {
    const sum = (sums[i % 2] ?? 0) + difference;
    sums[i % 2] = sum;
    line[i] = sum / UNITS_PER_DEGREE;
  });
  return line;
}
