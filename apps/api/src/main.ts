import 'reflect-metadata';
import { join } from 'node:path';
import { UnreadablePack } from '@tickway/feed';
import type { HistoryStatus } from '@tickway/history';
import { readConfig } from './config';
import { sourcesOf } from './feeds/sources';
import { openStore } from './history/open-store';
import { startServer } from './server';
import { BadSetting } from './setting';

// Built, this file lies at dist/apps/api/main.js, its data and the record beside it, and so the page and the lab.
const folders = {
  page: join(import.meta.dirname, '../dashboard/browser'),
  data: join(import.meta.dirname, 'data'),
  lab: join(import.meta.dirname, '../../tools/lab'),
  measurements: join(import.meta.dirname, 'measurements'),
};
const worker = join(import.meta.dirname, 'history-worker.js');
const clock = { now: () => Date.now() };

try {
  const config = readConfig(process.env);
  const sources = await sourcesOf(config, { clock, data: folders.data });
  const openHistory = () => openStore(config, { clock, worker, onTurn: onHistoryTurn });
  const server = await startServer({
    ...{ config, folders, clock, sources, onFeedFailure },
    openStore: openHistory,
  });
  console.log(`Tickway listens on ${server.address}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(server));
  // Started by a program that keeps a channel to it (the lab): it does not outlive that program.
  process.once('disconnect', () => void stop(server));
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

function onHistoryTurn({ state, reason }: HistoryStatus): void {
  if (state === 'on') console.log('History is on again');
  else console.error(`History is off (${reason ?? 'unknown'}); live goes on, and it is tried again`);
}
