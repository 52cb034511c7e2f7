import type { TransitSystem } from '@tickway/tracking';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pack } from './pack';
import { packFiles } from './pack-files';
import { readPack } from './read-pack';
import { UnreadablePack } from './unreadable-pack';

/**
 * Reads the timetables of some systems from a folder.
 *
 * @throws UnreadablePack for the first file that is missing or broken
 */
export async function loadPacks(folder: string, systems: readonly TransitSystem[]): Promise<readonly Pack[]> {
  const files = systems.flatMap((system) => packFiles[system]);
  return Promise.all(files.map(async (file) => readPack(await bytesOf(folder, file), file)));
}

async function bytesOf(folder: string, file: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, file));
  } catch (cause) {
    // Missing, a folder, or not allowed: the system's message names the whole path.
    throw new UnreadablePack(file, cause instanceof Error ? cause.message : 'cannot be read', { cause });
  }
}
