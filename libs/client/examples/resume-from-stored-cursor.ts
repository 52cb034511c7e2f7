/** Goes on after a restart of this program from where it was: no trade is lost, or a gap says so. */
import { connect } from '../src/index';
import { formatCursor, parseCursor, parseTopic } from '@tickway/protocol';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const file = 'trades.cursor';
const trades = parseTopic('trades');
const cursor = existsSync(file) ? parseCursor(readFileSync(file, 'utf8')) : undefined;
const connection = connect({
  url: 'http://127.0.0.1:3000',
  transport: 'streaming',
  subscriptions: [{ topic: trades, ...(cursor && { cursor }) }],
  every: [trades],
});

connection.frames.subscribe((frame) => {
  if (frame.type === 'gap') console.log(`${frame.lost ?? 'unknown many'} trades were lost`);
  if (frame.type !== 'delta') return;
  for (const { key, fields } of frame.rows) console.log(key, fields.price, fields.size);
  writeFileSync(file, formatCursor(frame.cursor));
});
process.once('SIGINT', () => connection.close());
