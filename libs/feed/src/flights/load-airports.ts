import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UnreadablePack } from '../vehicles/unreadable-pack';
import type { Airport } from './airport';
import { readAirports } from './read-airports';

const FILE = 'airports.json';

/**
 * Reads the world's airports from a folder.
 *
 * @throws UnreadablePack when the file is missing or broken
 */
export async function loadAirports(folder: string): Promise<readonly Airport[]> {
  try {
    return readAirports(JSON.parse(await readFile(join(folder, FILE), 'utf8')));
  } catch (cause) {
    // Missing, a folder, not allowed, no JSON, or not airports: the message says which.
    throw new UnreadablePack(FILE, cause instanceof Error ? cause.message : 'cannot be read', { cause });
  }
}
