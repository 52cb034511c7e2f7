/** Keeps to the best transport that works, and says each step and its reason. */
import { autoSwitch, connect } from '../src/index';
import { parseTopic } from '@tickway/protocol';

const connection = connect({
  url: 'http://127.0.0.1:3000',
  transport: 'websocket',
  subscriptions: [{ topic: parseTopic('quotes') }],
});
const auto = autoSwitch(connection);
auto.state.subscribe(({ transport, steps, failed }) => console.log(transport, steps.at(-1), failed?.reason));
