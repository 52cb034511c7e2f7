import {
  htmlReport,
  measurementSection,
  parseMeasurement,
  plotFile,
  type Measurement,
} from '@tickway/report';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findingDocument, indexDocument, RAW } from './finding-document';

/** What the record is about: the experiments in their order, and what is not done. */
export interface RecordContents {
  readonly names: readonly string[];
  readonly notDone: readonly (readonly [what: string, why: string])[];
}

/** Keeps a measurement in the record: its raw file. */
export async function keepMeasurement(folder: string, measurement: Measurement): Promise<void> {
  await mkdir(join(folder, RAW), { recursive: true });
  const text = JSON.stringify(measurement, undefined, 2);
  await writeFile(join(folder, RAW, `${measurement.name}.json`), `${text}\n`);
}

/** Writes the pages and plots anew from what lies in the record, of this run and of earlier ones. */
export async function writePages(folder: string, { names, notDone }: RecordContents): Promise<void> {
  const measurements = await readRecord(folder, names);
  for (const measurement of measurements) {
    await writeFile(join(folder, `${measurement.name}.md`), findingDocument(measurement));
    for (const plot of measurement.finding.plots)
      await writeFile(join(folder, `${plot.name}.svg`), `${plotFile(plot)}\n`);
  }
  await writeFile(join(folder, 'README.md'), indexDocument(measurements, notDone));
  await writeFile(join(folder, 'report.html'), recordHtml(measurements));
}

const recordHtml = (measurements: readonly Measurement[]) =>
  htmlReport({
    ...{ language: 'en', title: 'Tickway: measurements' },
    intro:
      'Made by “npm run lab -- claims”, which runs the experiments and writes this file; no figure is written by hand.',
    sections: measurements.map(measurementSection),
  });

async function readRecord(folder: string, names: readonly string[]): Promise<readonly Measurement[]> {
  const found = await Promise.all(names.map((name) => readKept(join(folder, RAW, `${name}.json`))));
  return found.filter((one) => one !== undefined);
}

async function readKept(file: string): Promise<Measurement | undefined> {
  // Not measured yet: then it is not in the record.
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : parseMeasurement(JSON.parse(text));
}
