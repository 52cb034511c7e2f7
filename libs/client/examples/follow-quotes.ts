/** Follows all quotes in Node and prints every change. */
import { connect, keyedState } from '../src/index';
import { parseTopic } from '@tickway/protocol';

const quotes = parseTopic('quotes');
const connection = connect({
  url: 'http://127.0.0.1:3000',
  transport: 'websocket',
  subscriptions: [{ topic: quotes }],
});

connection.frames.pipe(keyedState(quotes)).subscribe(({ state, changed }) => {
  for (const symbol of changed) {
    const { bid, ask } = state.get(symbol)?.fields ?? {};
    console.log(symbol, bid, ask);
  }
});
connection.status.subscribe(({ transport, state, why }) => console.log(transport, state, why ?? ''));
process.once('SIGINT', () => connection.close());
