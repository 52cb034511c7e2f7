import { randomUUID } from 'node:crypto';
import { LAB_TOPIC, OutsideSource } from '../source/outside-source';
import { startBuiltServer, type Settings } from './built-server';
import type { Target } from './target';

/** How a source's updates look. */
export interface SourceForm {
  /** @default LAB_TOPIC */
  readonly topic?: string;
  /** @default 100 */
  readonly keys?: number;
  /** Bytes of text in each update beside its numbers; @default 0 */
  readonly padding?: number;
  /** Requests at once; with more than one, numbers may overtake each other. @default 1 */
  readonly sockets?: number;
}

/** A server of our own, to which sources of our own may publish. */
export interface LabServer {
  readonly target: Target;
  /** Of its ingest. */
  readonly token: string;
  source(form?: SourceForm): OutsideSource;
  stop(): Promise<void>;
}

/** Starts the built server so that the lab may publish to `topics`, whose updates are delivered each. */
export async function startLabServer(
  seed: number,
  { topics = [LAB_TOPIC], settings = {} }: { topics?: readonly string[]; settings?: Settings } = {},
): Promise<LabServer> {
  const token = randomUUID();
  const target = await startBuiltServer({
    TICKWAY_SEED: String(seed),
    // What is measured is the way to the viewers.
    TICKWAY_HISTORY: 'off',
    TICKWAY_LAB: 'off',
    // All viewers are of this machine.
    TICKWAY_CAPACITY_PER_ADDRESS: '10000',
    TICKWAY_INGEST_TOKEN: token,
    TICKWAY_INGEST_TOPICS: topics.map((topic) => `${topic}:every`).join(),
    ...settings,
  });
  const sources: OutsideSource[] = [];
  return {
    ...{ target, token },
    source: ({ topic = LAB_TOPIC, keys = 100, ...form } = {}) => {
      const source = new OutsideSource({ server: target.address, token, topic, keys, ...form });
      sources.push(source);
      return source;
    },
    stop: () => {
      for (const source of sources) source.close();
      return target.stop();
    },
  };
}
