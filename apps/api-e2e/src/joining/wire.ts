import type { Hub, Session } from '@tickway/hub';
import {
  decodeFrame,
  parseSubscriptions,
  stamp,
  subscriptionJson,
  type Received,
  type Subscription,
} from '@tickway/protocol';
import type { Transport, Wish } from '@tickway/client';
import { Observable, type Subscriber } from 'rxjs';

type Ways = Pick<Transport, 'name' | 'asks'>;

/**
 * One opening of a transport whose wire is moved by hand: what either end says lies on it until the test
 * lets it arrive, so that any interleaving of questions, commits and frames can be tried.
 */
export class Wire {
  private session: Session | undefined;
  private readonly toServer: (() => void)[] = [];
  private readonly toClient: Received[] = [];

  constructor(
    private readonly hub: Hub,
    private readonly way: Ways,
    private readonly client: { readonly wish: Wish; readonly receiver: Subscriber<Received> },
  ) {
    this.ask();
  }

  get idle(): boolean {
    return this.toServer.length + this.toClient.length === 0;
  }

  /** The client reads its wish and says it: as a new request, or as a message into what is running. */
  ask(): void {
    const said = JSON.stringify(this.client.wish.current().map(subscriptionJson));
    const wish = (): readonly Subscription[] => parseSubscriptions(JSON.parse(said));
    if (this.way.asks === 'request') this.hangUp();
    if (this.session === undefined && this.toServer.length === 0)
      this.toServer.push(() => (this.session = this.hub.open({ subscriptions: wish() })));
    else this.toServer.push(() => this.session?.subscribe(wish().map(goOn)));
  }

  /** The server hears the next thing said. */
  hear(): void {
    this.toServer.shift()?.();
  }

  /** The server takes, or when there is nothing says so. */
  take(): void {
    if (!this.session) return;
    const frames = this.session.ready ? this.session.take() : [this.session.heartbeat()];
    for (const { json } of frames) this.toClient.push(decodeFrame(json + stamp(0)));
  }

  /** The next frame arrives. */
  arrive(): void {
    const frame = this.toClient.shift();
    if (frame) this.client.receiver.next(frame);
  }

  lose(): void {
    this.client.receiver.error(new Error('cut'));
  }

  hangUp(): void {
    this.session?.close();
    this.session = undefined;
    this.toServer.length = this.toClient.length = 0;
  }
}

// As PROTOCOL.md says of a topic that a socket carries already: it is named without a cursor.
const goOn = ({ topic, filter }: Subscription): Subscription => ({ topic, ...(filter && { filter }) });

/** A transport over such wires; those that are open stand in `wires`. */
export const byHand = (way: Ways, hub: Hub, wires: Set<Wire>): Transport => ({
  ...way,
  silenceMs: () => Number.MAX_SAFE_INTEGER,
  open: (wish) =>
    new Observable((receiver) => {
      const wire = new Wire(hub, way, { wish, receiver });
      wires.add(wire);
      const heard = wish.changed.subscribe(() => wire.ask());
      return () => {
        heard.unsubscribe();
        wire.hangUp();
        wires.delete(wire);
      };
    }),
});
