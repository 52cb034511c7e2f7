import { set, type Ingest } from './ingest';

/** Text beside the number, bytes: so that a proxy's buffer of 8 KiB takes most of a second to fill. */
const PADDING = 'x'.repeat(400);
const EVERY_MS = 50;

/** Publishes 1, 2, 3, … as `n` of one key, until the function returned is called; that tells the last one. */
export function countAloud(ingest: Ingest, topic: string): () => Promise<number> {
  let n = 0;
  let over = false;
  const count = async () => {
    while (!over) {
      await ingest.publish(topic, [set('A', { n: ++n, padding: `${n}${PADDING}` })]);
      await new Promise((turn) => setTimeout(turn, EVERY_MS));
    }
  };
  const counting = count();
  return async () => {
    over = true;
    await counting;
    return n;
  };
}
