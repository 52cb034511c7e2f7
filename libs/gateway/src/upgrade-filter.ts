const HEAD_END = '\r\n\r\n';

/** Turns what a client sends into what the proxy passes on. */
export type RequestFilter = (chunk: Buffer) => Buffer;

/**
 * Takes `Upgrade` out of each request of a connection, as a proxy that has not been told of WebSocket does: clients
 * use a connection again after the refusal. What follows a request whose length cannot be told passes as it is.
 */
export function withoutUpgrade(): RequestFilter {
  let head = '';
  /** Bytes of the present request's body that are still to come. */
  let body = 0;
  const pass = (text: string): string => {
    const rest = text.slice(body);
    const passed = text.slice(0, body);
    body -= passed.length;
    head += rest;
    const end = head.indexOf(HEAD_END);
    if (body > 0 || end < 0) return passed;
    const [whole, next] = [head.slice(0, end), head.slice(end + HEAD_END.length)];
    head = '';
    body = bodyOf(whole);
    return passed + stripped(whole) + HEAD_END + pass(next);
  };
  return (chunk) => Buffer.from(pass(chunk.toString('latin1')), 'latin1');
}

/** Length of the body after a head, bytes. */
function bodyOf(head: string): number {
  if (/^transfer-encoding:/im.test(head)) return Infinity;
  return Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
}

const stripped = (head: string) =>
  head
    .split('\r\n')
    .filter((line) => !/^(upgrade:|connection:.*upgrade)/i.test(line))
    .join('\r\n');
