/** Watches the vehicles in a part of the map, then moves the view: what comes in is told in full, what leaves is removed. */
import { connect, keyedState } from '../src/index';
import { cellsFilter, parseTopic } from '@tickway/protocol';

const positions = parseTopic('positions');
const view = (...cells: string[]) => [{ topic: positions, filter: cellsFilter(cells) }];
const connection = connect({
  url: 'http://127.0.0.1:3000',
  transport: 'socket.io',
  subscriptions: view('0320101101', '0320101110'),
});

connection.frames
  .pipe(keyedState(positions))
  .subscribe(({ state, changed, removed }) =>
    console.log(`${state.size} in view: ${changed.length} moved, ${removed.length} left`),
  );
setTimeout(() => connection.subscribe(view('0320101110', '0320101111')), 10_000);
setTimeout(() => connection.close(), 20_000);
