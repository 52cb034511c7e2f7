/** What can happen on a wire; see the gateway's own events. */
export const wireKinds = ['request', 'answer', 'unit', 'end', 'frame', 'unread', 'closed'] as const;

/** One of {@link wireKinds}. */
export type WireKind = (typeof wireKinds)[number];

/** What happened on one of the gateway's connections, on this viewer's side of it. */
export interface WireEvent {
  /** Running number. */
  readonly n: number;
  /** Epoch ms, server clock. */
  readonly at: number;
  readonly connection: number;
  /** What the connection was last asked for, without its query. */
  readonly path: string;
  readonly from: 'viewer' | 'server';
  readonly kind: WireKind;
  /** Bytes of heads, chunk sizes, frame heads, masks. */
  readonly framing: number;
  /** Bytes of what these carry. */
  readonly payload: number;
  /** A head without its secrets, or the beginning of what was carried; empty: nothing to show. */
  readonly text: string;
  /** Of an answer. */
  readonly status?: number;
  /** Of a WebSocket frame (RFC 6455 section 5.2). */
  readonly opcode?: number;
  readonly final?: boolean;
  readonly compressed?: boolean;
}

/** Some of what a gateway has recorded. */
export interface WireChapter {
  /** The oldest event that is kept there. */
  readonly oldest: number;
  /** Where to go on. */
  readonly next: number;
  readonly events: readonly WireEvent[];
}
