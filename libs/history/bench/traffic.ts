import { Hub, memoryEngine, type Clock, type EncodedFrame } from '@tickway/hub';
import { parseKey, parseTopic, type Key, type Update } from '@tickway/protocol';

export const positions = parseTopic('positions');
export const quotes = parseTopic('quotes');
export const trades = parseTopic('trades');

const TICK_MS = 250;
const VEHICLES = 4_200;
const SYMBOLS = 60;

/** A day like a weekday's rush hour: 4,200 vehicles that each report every 5 s, 60 symbols, 70 trades a second. */
export class Traffic implements Clock {
  private seed = 42;
  private readonly vehicles = Array.from({ length: VEHICLES }, (_, i) => ({
    key: parseKey(`MTA-${10_000 + i}`),
    lat: 40.6 + this.random() * 0.3,
    lon: -74.1 + this.random() * 0.4,
  }));
  private readonly prices = Array.from({ length: SYMBOLS }, (_, i) => ({
    key: parseKey(`SYM${i}`),
    cents: 5_000 + i * 100,
  }));
  private readonly hub: Hub;
  private tick = 0;
  private id = 0;

  constructor(private at: number) {
    const topics = [
      { topic: positions, delivery: 'latest' as const },
      { topic: quotes, delivery: 'latest' as const },
      { topic: trades, delivery: 'every' as const },
    ];
    this.hub = new Hub({ engine: memoryEngine({ clock: this, epoch: 'bench' }), topics });
  }

  now = (): number => this.at;

  /** The frames of so many minutes, as a recorder takes them. */
  async *frames(minutes: number): AsyncGenerator<readonly EncodedFrame[]> {
    const session = this.hub.open({ subscriptions: [positions, quotes, trades].map((topic) => ({ topic })) });
    for (const until = this.at + minutes * 60_000; this.at < until;) {
      yield session.take();
      this.at += TICK_MS;
      await this.publish();
    }
    session.close();
  }

  private async publish(): Promise<void> {
    const share = (VEHICLES * TICK_MS) / 5_000;
    const first = (this.tick++ % 20) * share;
    await this.hub.publish(
      positions,
      this.vehicles.slice(first, first + share).map((vehicle) => this.fix(vehicle)),
    );
    await this.hub.publish(
      quotes,
      this.prices.filter(() => this.random() < 0.5).map((price) => this.quote(price)),
    );
    await this.hub.publish(
      trades,
      Array.from({ length: 17 }, () => this.trade()),
    );
  }

  private fix(vehicle: { readonly key: Key; lat: number; lon: number }): Update {
    vehicle.lat += (this.random() - 0.5) * 6e-4;
    vehicle.lon += (this.random() - 0.5) * 6e-4;
    const fields = {
      lat: round(vehicle.lat, 5),
      lon: round(vehicle.lon, 5),
      accuracy: round(3 + this.random() * 4, 1),
      course: round(this.random() * 360, 0),
      speed: round(this.random() * 15, 1),
      state: 'moving',
      system: 'bus',
      route: `M${vehicle.key.slice(-2)}`,
      color: '#1d59b3',
      headsign: 'East Side via 14 Street Crosstown',
      nextStop: `Stop ${Math.floor(this.tick / 100)}`,
      lateMs: Math.floor(this.random() * 300) * 1_000,
    };
    return { key: vehicle.key, fields, at: this.at - Math.floor(this.random() * 900) };
  }

  private quote(price: { readonly key: Key; cents: number }): Update {
    price.cents += Math.floor(this.random() * 5) - 2;
    const bid = price.cents / 100;
    const fields = {
      name: 'A Company',
      sector: 'Industry',
      bid,
      ask: (price.cents + 2) / 100,
      bidSize: this.size(),
      askSize: this.size(),
      last: bid,
      state: 'open',
    };
    return { key: price.key, fields, at: this.at };
  }

  private trade(): Update {
    const { key, cents } = this.prices[Math.floor(this.random() * SYMBOLS)] ?? {
      key: parseKey('SYM0'),
      cents: 1,
    };
    return {
      key,
      fields: {
        price: cents / 100,
        size: this.size(),
        side: this.random() < 0.5 ? 'buy' : 'sell',
        id: ++this.id,
      },
      at: this.at,
    };
  }

  private size = () => 100 * (1 + Math.floor(this.random() * 20));

  /** A plain congruential generator: the figures need the same bytes each time, not good statistics. */
  private random(): number {
    this.seed = (Math.imul(this.seed, 1_664_525) + 1_013_904_223) >>> 0;
    return this.seed / 2 ** 32;
  }
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));
