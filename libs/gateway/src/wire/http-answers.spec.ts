import { cuts } from '../testing/cuts';
import { HttpAnswers } from './http-answers';

/** What the events of `pieces` say, in one list, body bytes of one answer joined. */
function read(pieces: readonly Buffer[], closed = false) {
  const heads: number[] = [];
  const bodies: string[] = [''];
  const counted = { heads: 0, bodies: 0, framing: 0 };
  let ends = 0;
  const answers = new HttpAnswers({
    head: ({ status, bytes }) => {
      heads.push(status);
      counted.heads += bytes;
    },
    body: (chunk) => {
      bodies.push((bodies.pop() ?? '') + chunk.toString());
      counted.bodies += chunk.length;
    },
    framing: (bytes) => (counted.framing += bytes),
    end: () => {
      ends++;
      bodies.push('');
    },
  });
  for (const piece of pieces) answers.add(piece);
  if (closed) answers.ended();
  return { heads, bodies, ends, counted };
}

const sum = ({ heads, bodies, framing }: { heads: number; bodies: number; framing: number }) =>
  heads + bodies + framing;

describe('answers of an HTTP connection, however they are cut', () => {
  it('end by their length, one after the other', () => {
    const text =
      'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhelloHTTP/1.1 404 No\r\ncontent-length: 0\r\n\r\n';
    for (const pieces of cuts(text)) {
      const { heads, bodies, ends, counted } = read(pieces);
      expect({ heads, ends, first: bodies[0] }).toEqual({ heads: [200, 404], ends: 2, first: 'hello' });
      expect(sum(counted)).toBe(text.length);
    }
  });

  it('come in chunks, whose sizes are framing', () => {
    const text =
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;x=1\r\n world\r\n0\r\nTrailer: 1\r\n\r\n';
    for (const pieces of cuts(text)) {
      const { bodies, ends, counted } = read(pieces);
      expect({ ends, first: bodies[0] }).toEqual({ ends: 1, first: 'hello world' });
      expect(sum(counted)).toBe(text.length);
    }
  });

  it('last until the connection ends when nothing else says so', () => {
    const text = 'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\ndata: 1\n\n';
    for (const pieces of cuts(text)) {
      const open = read(pieces);
      expect({ ends: open.ends, first: open.bodies[0] }).toEqual({ ends: 0, first: 'data: 1\n\n' });
      expect(read(pieces, true).ends).toBe(1);
    }
  });

  it('are no longer HTTP after a 101', () => {
    const text = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\nHTTP/1.1';
    for (const pieces of cuts(text)) expect(read(pieces).bodies[0]).toBe('HTTP/1.1');
  });

  it('have no body with 204 and 304', () => {
    const text = 'HTTP/1.1 304 Not Modified\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n';
    expect(read([Buffer.from(text)])).toMatchObject({ heads: [304, 204], ends: 2 });
  });

  it.each([
    ['something else', 'SSH-2.0-OpenSSH\r\n\r\n'],
    ['a chunk without a size', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
    ['a head without an end', `HTTP/1.1 200 OK\r\n${'x'.repeat(70_000)}`],
  ])('are refused when they are %s', (_, text) => {
    expect(() => read([Buffer.from(text)])).toThrow();
  });
});
