const HEAD_END = '\r\n\r\n';

/** Turns what a client sends into what the proxy passes on. */
export type RequestFilter = (chunk: Buffer) => Buffer;

/** Takes `Upgrade` out of the first request of a connection, as a proxy that has not been told of WebSocket does. */
export function withoutUpgrade(): RequestFilter {
  let head: string | undefined = '';
  return (chunk) => {
    if (head === undefined) return chunk;
    head += chunk.toString('latin1');
    const end = head.indexOf(HEAD_END);
    if (end < 0) return Buffer.alloc(0);
    const passed = Buffer.from(stripped(head.slice(0, end)) + head.slice(end), 'latin1');
    head = undefined;
    return passed;
  };
}

const stripped = (head: string) =>
  head
    .split('\r\n')
    .filter((line) => !/^(upgrade:|connection:.*upgrade)/i.test(line))
    .join('\r\n');
