import { BadShape, parseMeasurement, type Measurement } from '@tickway/report';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Run } from './run';

/** A measurement, and whether it is the committed one or was made on this server. */
export type KnownMeasurement = Measurement & { readonly from: 'record' | 'here' };

/** What was measured: the record that came with the server, and in its place what was measured here since it started. */
export class Measurements {
  private record: Promise<readonly Measurement[]> | undefined;
  private readonly here = new Map<string, Measurement>();

  /** @param folder of the record: a JSON file a measurement */
  constructor(private readonly folder: string) {}

  async all(): Promise<readonly KnownMeasurement[]> {
    this.record ??= recordIn(this.folder);
    const known = new Map<string, KnownMeasurement>();
    for (const measurement of await this.record)
      known.set(measurement.name, { ...measurement, from: 'record' });
    for (const measurement of this.here.values())
      known.set(measurement.name, { ...measurement, from: 'here' });
    return [...known.values()];
  }

  /** Keeps what an experiment has found, until the server ends. */
  keep({ kind, state, result }: Run): void {
    if (kind !== 'experiment' || state !== 'done') return;
    const { measurements } = result as { readonly measurements: readonly unknown[] };
    for (const measurement of measurements.map(parseMeasurement))
      this.here.set(measurement.name, measurement);
  }
}

async function recordIn(folder: string): Promise<readonly Measurement[]> {
  // No folder: this server came without its record.
  const files = await readdir(folder).catch(() => []);
  const texts = await Promise.all(
    files.filter((file) => file.endsWith('.json')).map((file) => readFile(join(folder, file), 'utf8')),
  );
  return texts.flatMap(measurementIn);
}

function measurementIn(text: string): readonly Measurement[] {
  try {
    return [parseMeasurement(JSON.parse(text))];
  } catch (error) {
    // Figures of another kind lie in the record too.
    if (error instanceof BadShape) return [];
    throw error;
  }
}
