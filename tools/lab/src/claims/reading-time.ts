const ROUNDS = 7;

/** How documents are read, and timed. */
export interface Reading<Document> {
  readonly read: (document: Document) => unknown;
  /** Ms, with parts. */
  readonly now: () => number;
}

/** How long reading a document takes, µs in the mean, in the fastest of some rounds: others disturb, none helps. */
export function readingUs<Document>(
  documents: readonly Document[],
  { read, now }: Reading<Document>,
): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const begin = now();
    for (const document of documents) read(document);
    return now() - begin;
  });
  return (Math.min(...rounds) / documents.length) * 1_000;
}
