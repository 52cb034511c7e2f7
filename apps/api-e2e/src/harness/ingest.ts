import type { Fields, FieldValue } from '@tickway/protocol';
import type { Settings } from './server';

const TOKEN = 'outside-token-of-the-conformance-run';

/** An update as an outside program writes it. */
export interface Told {
  readonly key: string;
  readonly fields?: Fields;
  readonly removed?: true;
}

/** Sets fields of a key. */
export const set = (key: string, fields: Readonly<Record<string, FieldValue>>): Told => ({ key, fields });

/** Ends a key. */
export const remove = (key: string): Told => ({ key, removed: true });

/** What lets a test say exactly what the server has to deliver. */
export class Ingest {
  constructor(private readonly url: string) {}

  /** Publishes updates; when this resolves they are committed. */
  async publish(topic: string, updates: readonly Told[]): Promise<void> {
    for (const body of bodies(updates)) {
      const answer = await this.post(topic, body);
      if (!answer.ok) throw new Error(`ingest answered ${answer.status}: ${await answer.text()}`);
      await answer.arrayBuffer();
    }
  }

  /** Posts any text as a body of updates. */
  async post(topic: string, body: string, token = TOKEN): Promise<Response> {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/x-ndjson' };
    return fetch(`${this.url}/ingest/${topic}`, { method: 'POST', headers, body });
  }

  /** The settings that allow it. */
  static settings(topics: readonly string[]): Settings {
    return { TICKWAY_INGEST_TOKEN: TOKEN, TICKWAY_INGEST_TOPICS: topics.join() };
  }
}

const MOST_BYTES = 900_000;

/** Cuts updates into bodies under the server's limit. */
function bodies(updates: readonly Told[]): readonly string[] {
  const made: string[] = [];
  let body = '';
  for (const update of updates) {
    const line = `${JSON.stringify(update)}\n`;
    if (body.length + line.length > MOST_BYTES) {
      made.push(body);
      body = '';
    }
    body += line;
  }
  return [...made, body];
}
