/** A moment at which something happened to the network, or to how a lane comes through it. */
export interface NetworkMark {
  /** Epoch ms, server clock. */
  readonly at: number;
  readonly what: 'network' | 'pull' | 'cut' | 'route' | 'switch';
}
