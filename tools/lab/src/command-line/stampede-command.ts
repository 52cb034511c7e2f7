import { writeFile } from 'node:fs/promises';
import { systemClock } from '../clock/system-clock';
import { runStampede } from '../stampede/run-stampede';
import { stampedeTable } from '../stampede/stampede-table';
import type { CommandRim } from './command-rim';
import { parseStampede } from './parse-stampede';
import { progressOn } from './progress';

/** `lab stampede`. */
export async function stampedeCommand(args: readonly string[], rim: CommandRim): Promise<void> {
  const { options, seed, json, out: file, progress: form } = parseStampede(args);
  const bar = progressOn(rim.err, form);
  const report = await runStampede(options, {
    ...{ seed, scale: 1, clock: systemClock, signal: rim.signal },
    command: `npm run lab -- stampede ${args.join(' ')}`.trim(),
    progress: (what, share) => bar.show(what, share),
  }).finally(() => bar.clear());
  const text = JSON.stringify(report, undefined, 2);
  if (file !== undefined) await writeFile(file, `${text}\n`);
  rim.out.write(json ? `${text}\n` : `${stampedeTable(report)}\n`);
  for (const warning of report.warnings) rim.err.write(`! ${warning}\n`);
}
