import { parseKey, type Received, type Subscription } from '@tickway/protocol';
import { VirtualTimeScheduler } from 'rxjs';
import { Line } from '../line';
import { Places } from '../places';
import type { Status } from '../status';
import { FakeTransports } from './fake-transport';
import { quotes, trades } from './frames';

/** Everything of the quotes. */
export const all: readonly Subscription[] = [{ topic: quotes }];
/** A filter of keys. */
export const keys = (...names: string[]) => ({ keys: names.map(parseKey) });

/** A line on fake transports in virtual time. */
export function startLine(subscriptions = all, asks: 'message' | 'request' = 'message') {
  const scheduler = new VirtualTimeScheduler(undefined, Infinity);
  const fake = new FakeTransports(asks);
  const delivered: Received[] = [];
  const told: Status[] = [];
  const counted: string[] = [];
  const places = new Places(new Set([trades]));
  places.wish(subscriptions);
  const line = new Line({
    transport: 'websocket',
    places,
    transports: fake.of,
    firstFrameMs: 17_000,
    scheduler,
    random: () => 0.5,
    deliver: (frame) => delivered.push(frame),
    tell: (status) => told.push(status),
    count: (what) => counted.push(what),
  });
  line.open();
  const pass = (ms: number) => {
    scheduler.maxFrames = scheduler.frame + ms;
    scheduler.flush();
    scheduler.frame = scheduler.maxFrames;
  };
  const wish = (subs: readonly Subscription[]) => {
    places.wish(subs);
    line.heed();
  };
  const status = () => told.at(-1);
  return { line, fake, delivered, told, counted, places, pass, wish, status };
}
