import 'reflect-metadata';
import { join } from 'node:path';
import { UnreadablePack } from '@tickway/feed';
import { readConfig } from './config';
import { sourcesOf } from './feeds/sources';
import { startServer } from './server';
import { BadSetting } from './setting';

// Built, this file lies at dist/apps/api/main.js, its data and the page beside it.
const folders = {
  page: join(import.meta.dirname, '../dashboard/browser'),
  data: join(import.meta.dirname, 'data/nyc'),
};
const clock = { now: () => Date.now() };

try {
  const config = readConfig(process.env);
  const sources = await sourcesOf(config, { clock, data: folders.data });
  const server = await startServer({ config, folders, clock, sources, onFeedFailure });
  console.log(`Tickway listens on ${server.address}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(server));
} catch (error) {
  fail(error);
}

async function stop(server: { stop(): Promise<void> }): Promise<void> {
  await server.stop();
  process.exit(0);
}

function fail(error: unknown): never {
  if (error instanceof BadSetting || error instanceof UnreadablePack)
    console.error(`Tickway cannot start: ${error.message}`);
  else console.error('Tickway cannot start:', error);
  process.exit(1);
}

function onFeedFailure(name: string, error: unknown): void {
  console.error(`Feed ${name} failed; the others go on:`, error);
}
