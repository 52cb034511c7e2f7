/** Polling with fetch and nothing else: a cursor is all there is to keep. */
import { decodeFrame } from '@tickway/protocol';

let cursor = '';
for (let i = 0; i < 10; i++) {
  const answer = await fetch(
    `http://127.0.0.1:3000/feed/polling?topic=quotes${cursor && `&quotes.cursor=${cursor}`}`,
  );
  for (const line of (await answer.text()).trimEnd().split('\n')) {
    const frame = decodeFrame(line);
    if (frame.type !== 'snapshot' && frame.type !== 'delta') continue;
    cursor = `${frame.cursor.epoch}:${frame.cursor.offset}`;
    console.log(`${frame.type} up to ${cursor}: ${frame.rows.length} rows`);
  }
  await new Promise((passed) => setTimeout(passed, 1_000));
}

export {};
