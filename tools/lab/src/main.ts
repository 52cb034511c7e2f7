import { claimsCommand, listCommand } from './command-line/claims-command';
import { gatewayCommand } from './command-line/gateway-command';
import { loadCommand } from './command-line/load-command';
import { stampedeCommand } from './command-line/stampede-command';
import type { CommandRim } from './command-line/command-rim';
import { usage } from './command-line/usage';
import { Stopped } from './load/stopped';

type Command = (args: readonly string[], rim: CommandRim) => Promise<void>;

const commands = new Map<string, Command>([
  ['load', loadCommand],
  ['stampede', stampedeCommand],
  ['claims', claimsCommand],
  ['list', listCommand],
  ['gateway', gatewayCommand],
]);

const INTERRUPTED = 130;

const [name = 'help', ...args] = process.argv.slice(2);
const stop = new AbortController();
// A second Ctrl-C ends at once; the server that was started goes with this process.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => (stop.signal.aborted ? process.exit(INTERRUPTED) : stop.abort()));

// Started by a program that keeps a channel to it (the server): it does not outlive that program.
process.once('disconnect', () => stop.abort());
process.channel?.unref();

const command = commands.get(name);
if (command) process.exitCode = await done(command);
else if (name === 'help' || name === '--help') process.stdout.write(usage);
else {
  process.stderr.write(`no such command: ${name}\n\n${usage}`);
  process.exitCode = 2;
}

async function done(run: Command): Promise<number> {
  try {
    const { stdout, stderr } = process;
    await run(args, { signal: stop.signal, out: stdout, err: stderr });
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof Stopped ? INTERRUPTED : 2;
  }
}
