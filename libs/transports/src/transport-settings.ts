/** The bounds and times of all transports. One value each, set once at start. */
export interface TransportSettings {
  /**
   * Silence after which a push connection gets a heartbeat frame, ms.
   *
   * @default 15_000
   */
  readonly heartbeatMs: number;
  /**
   * How long a socket may take nothing before it is closed with `slow`, ms.
   *
   * @default 10_000
   */
  readonly slowMs: number;
  /**
   * Mean life of a stream, ms; each gets up to a tenth more or less, so that they do not return together.
   * It bounds how long a peer that vanished without a word can be streamed to.
   *
   * @default 600_000
   */
  readonly lifetimeMs: number;
  /**
   * Between WebSocket pings, ms.
   *
   * @default 15_000
   */
  readonly pingMs: number;
  /**
   * How long a pong may take, ms.
   *
   * @default 10_000
   */
  readonly pongMs: number;
  /**
   * How long a connection that was told goodbye is kept for its last bytes, ms.
   *
   * @default 1_000
   */
  readonly graceMs: number;
  /**
   * Sockets, streams and parked polls held at once.
   *
   * @default 10_000
   */
  readonly capacity: number;
  /**
   * How many of them one address may hold (of IPv6: one network).
   *
   * @default 1_000
   */
  readonly capacityPerAddress: number;
  /**
   * Requests and handshakes that one address may make a second (of IPv6: one network), and five times as many at once.
   *
   * @default 200
   */
  readonly requestRate: number;
  /**
   * Addresses of proxies of ours, whose `X-Forwarded-For` is believed.
   *
   * @default []
   */
  readonly proxies: readonly string[];
  /**
   * Origins whose pages may open sockets beside the page of this server, e.g. `https://board.example`.
   *
   * @default []
   */
  readonly origins: readonly string[];
}

export const defaultSettings: TransportSettings = {
  heartbeatMs: 15_000,
  slowMs: 10_000,
  lifetimeMs: 600_000,
  pingMs: 15_000,
  pongMs: 10_000,
  graceMs: 1_000,
  capacity: 10_000,
  capacityPerAddress: 1_000,
  requestRate: 200,
  proxies: [],
  origins: [],
};
