/** What can happen on a connection. */
export type WireHappening =
  /** The head of a request; `text` without secrets. */
  | { readonly kind: 'request'; readonly text: string }
  /** The head of an answer; a 101 begins WebSocket. */
  | { readonly kind: 'answer'; readonly text: string; readonly status: number }
  /** A part of a body that has a meaning of its own: an event of an event stream, a line, or a piece as it came. */
  | { readonly kind: 'unit'; readonly form: 'event' | 'line' | 'piece'; readonly text: string }
  /** The end of an answer. */
  | { readonly kind: 'end' }
  /** A WebSocket frame (RFC 6455 section 5.2). */
  | {
      readonly kind: 'frame';
      readonly opcode: number;
      readonly final: boolean;
      /** By permessage-deflate (RFC 7692). */
      readonly compressed: boolean;
      readonly text: string;
    }
  /** Bytes that are neither HTTP/1.1 nor WebSocket. */
  | { readonly kind: 'unread' }
  /** The connection is over. */
  | { readonly kind: 'closed' };

/** What happened on a wire; framing and payload of all events add up to the bytes on the viewer's socket. */
export type WireEvent = WireHappening & {
  /** Running number over a gateway's life, from 1. */
  readonly n: number;
  /** Epoch ms. */
  readonly at: number;
  /** Running number of the connection, from 1. */
  readonly connection: number;
  /** What the connection was last asked for, without its query; empty before that. */
  readonly path: string;
  readonly from: 'viewer' | 'server';
  /** Bytes of heads, chunk sizes, frame heads, masks. */
  readonly framing: number;
  /** Bytes of what these carry. */
  readonly payload: number;
};
