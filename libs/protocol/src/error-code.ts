/** One row of the table of error codes. */
export interface ErrorMeaning {
  readonly meaning: string;
  /** Whose fault: the one to look for the cause. */
  readonly fault: 'client' | 'server' | 'network';
  /** Whether the same client may try again (with back-off), or the same request will fail again. */
  readonly retry: 'come-back' | 'stay-away';
  /** Status of an HTTP answer. */
  readonly status: number;
  /** WebSocket close code (RFC 6455 section 7.4) when the error ends the connection. */
  readonly close: number;
}

const client = { fault: 'client', retry: 'stay-away' } as const;
const server = { fault: 'server', retry: 'come-back' } as const;

/**
 * Every way a request or a connection can fail. Policy reads this table: the rim takes statuses and
 * close codes from it, the SDK whether to come back. Close codes 40xx mean come back, 45xx stay away.
 */
export const errorCodes = {
  bad_request: { ...client, meaning: 'not a request of PROTOCOL.md', status: 400, close: 4501 },
  bad_cursor: { ...client, meaning: 'a cursor that is not epoch:offset', status: 400, close: 4502 },
  unknown_topic: { ...client, meaning: 'no such topic here', status: 404, close: 4504 },
  filter_too_large: {
    ...client,
    meaning: 'more keys, cells or topics than one request may name',
    status: 400,
    close: 4505,
  },
  too_large: { ...client, meaning: 'a message or body over its limit', status: 413, close: 1009 },
  too_deep: { ...client, meaning: 'JSON nested too deep', status: 400, close: 4506 },
  unsupported: {
    ...client,
    meaning: 'a content type or binary message that is not spoken here',
    status: 415,
    close: 1003,
  },
  not_found: { ...client, meaning: 'no such address', status: 404, close: 4514 },
  method_not_allowed: {
    ...client,
    meaning: 'this address does not answer that method',
    status: 405,
    close: 4515,
  },
  unauthorized: { ...client, meaning: 'no token, or a wrong one', status: 401, close: 4500 },
  forbidden_origin: { ...client, meaning: 'a page of another origin', status: 403, close: 4507 },
  disabled: { ...client, meaning: 'switched off in this server’s configuration', status: 403, close: 4508 },
  too_many_errors: {
    ...client,
    meaning: 'more refused requests than one connection may make',
    status: 429,
    close: 4509,
  },
  rate: {
    fault: 'client',
    retry: 'come-back',
    meaning: 'more requests than allowed',
    status: 429,
    close: 4013,
  },
  busy: {
    fault: 'client',
    retry: 'come-back',
    meaning: 'one at a time, and one is at it',
    status: 409,
    close: 4016,
  },
  slow: {
    fault: 'network',
    retry: 'come-back',
    meaning: 'the socket took nothing for too long',
    status: 503,
    close: 4008,
  },
  lost: {
    fault: 'network',
    retry: 'come-back',
    meaning: 'the connection ended, or nothing came for too long',
    status: 503,
    close: 4012,
  },
  over_capacity: { ...server, meaning: 'more connections than this server holds', status: 503, close: 4014 },
  shutdown: { ...server, meaning: 'the server is stopping', status: 503, close: 4001 },
  lifetime: {
    ...server,
    meaning: 'the stream reached its planned end; resume at once',
    status: 503,
    close: 4002,
  },
  history_off: {
    ...server,
    meaning: 'the history cannot be read or kept at present; live goes on',
    status: 503,
    close: 4015,
  },
  internal: { ...server, meaning: 'a fault of the server', status: 500, close: 1011 },
} as const satisfies Record<string, ErrorMeaning>;

/** A code of {@link errorCodes}. */
export type ErrorCode = keyof typeof errorCodes;

/** Whether `code` is in the table. */
export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(errorCodes, code);
