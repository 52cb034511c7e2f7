import { writeFile } from 'node:fs/promises';
import { systemClock } from '../clock/system-clock';
import { loadTable } from '../load/load-table';
import { loadHtml } from '../report/load-html';
import { runLoad } from '../load/run-load';
import type { CommandRim } from './command-rim';
import { parseLoad } from './parse-load';
import { progressOn } from './progress';

/** `lab load`. */
export async function loadCommand(args: readonly string[], { signal, out, err }: CommandRim): Promise<void> {
  const { options, json, files, progress: form } = parseLoad(args);
  const bar = progressOn(err, form);
  const command = `npm run lab -- load ${args.join(' ')}`.trim();
  const progress = (what: string, share: number) => bar.show(what, share);
  const report = await runLoad(options, { clock: systemClock, signal, command, progress }).finally(() =>
    bar.clear(),
  );
  const text = JSON.stringify(report, undefined, 2);
  out.write(json ? `${text}\n` : `${loadTable(report)}\n`);
  for (const warning of report.warnings) err.write(`! ${warning}\n`);
  // Last: a file that cannot be written must not cost the run.
  if (files.json !== undefined) await writeFile(files.json, `${text}\n`);
  if (files.html !== undefined) await writeFile(files.html, loadHtml(report));
}
