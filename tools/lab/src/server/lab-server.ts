import { randomUUID } from 'node:crypto';
import { LAB_TOPIC, OutsideSource } from '../source/outside-source';
import { startBuiltServer, type Settings } from './built-server';
import type { Target } from './target';

/** A server of our own with a source of our own. */
export interface LabServer {
  readonly target: Target;
  readonly source: OutsideSource;
  stop(): Promise<void>;
}

/** Starts the built server so that the lab may publish to {@link LAB_TOPIC}, round over `keys` keys. */
export async function startLabServer(
  seed: number,
  { keys = 100, padding = 0, settings = {} }: { keys?: number; padding?: number; settings?: Settings } = {},
): Promise<LabServer> {
  const token = randomUUID();
  const target = await startBuiltServer({
    TICKWAY_SEED: String(seed),
    TICKWAY_INGEST_TOKEN: token,
    TICKWAY_INGEST_TOPICS: `${LAB_TOPIC}:every`,
    ...settings,
  });
  const source = new OutsideSource({ server: target.address, token, keys, padding });
  const stop = () => {
    source.close();
    return target.stop();
  };
  return { target, source, stop };
}
