import type { TransportName } from '@tickway/protocol';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { within } from './deadline';

/** The workspace's root, where the built server is started. */
export const root = resolve(__dirname, '../../../..');

/** The built server's file. */
export const MAIN = join(root, 'dist/apps/api/main.js');

/** A settings' environment, e.g. `{ TICKWAY_HEARTBEAT_MS: '300' }`. */
export type Settings = Readonly<Record<string, string>>;

/** How a server ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** All that it printed. */
  readonly output: string;
}

/** The built server as a process of its own. */
export class Server {
  private text = '';
  private readonly exit: Promise<Exit>;

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (chunk: string) => (this.text += chunk));
    this.exit = once(child, 'close').then(() => ({
      code: child.exitCode,
      signal: child.signalCode,
      output: this.text,
    }));
  }

  /** Starts the server on a free port and waits for the line with its address. */
  static async start(settings: Settings = {}): Promise<Server> {
    const server = Server.launch(settings);
    await within(
      Promise.race([server.addressPrinted(), server.exit]),
      () => `the address; got: ${server.output}`,
    );
    if (!server.address) throw new Error(`the server did not start: ${server.output}`);
    return server;
  }

  /** Starts a server that is expected to end by itself, and waits for that. */
  static async fail(settings: Settings, main = MAIN): Promise<Exit> {
    const server = Server.launch(settings, main);
    return within(server.exit, () => `the end of a server that cannot start; got: ${server.output}`).finally(
      () => server.child.kill('SIGKILL'),
    );
  }

  private static launch(settings: Settings, main = MAIN): Server {
    const inherited = Object.entries(process.env).filter(([name]) => !/^(TICKWAY_|PORT$|HOST$)/.test(name));
    // Servers side by side would want the same file.
    const own = { HOST: '127.0.0.1', PORT: '0', TICKWAY_HISTORY: 'off' };
    const env = { ...Object.fromEntries(inherited), ...own, ...settings };
    return new Server(spawn(process.execPath, ['--enable-source-maps', main], { cwd: root, env }));
  }

  /** All that it printed so far. */
  get output(): string {
    return this.text;
  }

  /** Its origin, e.g. `http://127.0.0.1:40123`. */
  get url(): string {
    if (!this.address) throw new Error('the server is not up');
    return this.address;
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error('the server is not up');
    return this.child.pid;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** Resident memory, bytes (Linux). */
  async memory(): Promise<number> {
    const [, pages] = (await readFile(`/proc/${this.child.pid}/statm`, 'utf8')).split(' ');
    return Number(pages) * 4096;
  }

  /** How many connections of `transport` it holds (a parked request is one, too). */
  async held(transport: TransportName): Promise<number> {
    const answer = await fetch(`${this.url}/stats`);
    const { transports }: { transports?: Partial<Record<TransportName, { open: number }>> } = JSON.parse(
      await answer.text(),
    );
    return transports?.[transport]?.open ?? NaN;
  }

  /** Waits until it holds a connection of `transport`. */
  async holding(transport: TransportName): Promise<void> {
    const wait = async () => {
      while (!((await this.held(transport)) > 0));
    };
    await within(wait(), () => `a connection of ${transport}`);
  }

  /** Asks it to stop and waits until it has. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Exit> {
    this.child.kill(signal);
    return within(this.exit, () => `the end after ${signal}`).finally(() => this.child.kill('SIGKILL'));
  }

  private get address(): string | undefined {
    return /http:\/\/[\d.]+:\d+/.exec(this.text)?.[0];
  }

  private async addressPrinted(): Promise<void> {
    while (!this.address && this.child.stdout) await once(this.child.stdout, 'data');
  }
}
