import { writeFile } from 'node:fs/promises';
import { systemClock } from '../clock/system-clock';
import { stampedeHtml } from '../report/stampede-html';
import { runStampede } from '../stampede/run-stampede';
import { stampedeTable } from '../stampede/stampede-table';
import type { CommandRim } from './command-rim';
import { parseStampede } from './parse-stampede';
import { progressOn } from './progress';

/** `lab stampede`. */
export async function stampedeCommand(args: readonly string[], rim: CommandRim): Promise<void> {
  const { options, seed, json, files, progress: form } = parseStampede(args);
  const bar = progressOn(rim.err, form);
  const report = await runStampede(options, {
    ...{ seed, scale: 1, clock: systemClock, signal: rim.signal },
    command: `npm run lab -- stampede ${args.join(' ')}`.trim(),
    progress: (what, share) => bar.show(what, share),
  }).finally(() => bar.clear());
  const text = JSON.stringify(report, undefined, 2);
  if (files.json !== undefined) await writeFile(files.json, `${text}\n`);
  if (files.html !== undefined) await writeFile(files.html, stampedeHtml(report));
  rim.out.write(json ? `${text}\n` : `${stampedeTable(report)}\n`);
  for (const warning of report.warnings) rim.err.write(`! ${warning}\n`);
}
