import { once } from 'node:events';
import { Agent } from 'node:http';
import {
  createSecureServer,
  createServer,
  type Http2SecureServer,
  type Http2Server,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import type { Address } from '../address';
import { passRequest, refuse, type Upstream } from './pass-request';
import { passWebSocket } from './pass-web-socket';

/** A certificate and its key, PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** What an entrance is made of. */
export interface Http2EntranceOptions {
  readonly server: Address;
  /**
   * Address to listen on.
   *
   * @default '127.0.0.1'
   */
  readonly host?: string;
  /** @default a free one */
  readonly port?: number;
  /** Browsers speak HTTP/2 over TLS only. @default none: for clients that know that they may (h2c with prior knowledge) */
  readonly certificate?: Certificate;
}

/** Requests at once on a connection; more wait. */
const MOST_STREAMS = 100;

/**
 * An entrance that speaks HTTP/2 to viewers and HTTP/1.1 to the server, as an nginx or an API gateway in front does: all that
 * a viewer asks goes over one connection, WebSockets too (RFC 8441).
 */
export class Http2Entrance {
  readonly #sessions = new Set<ServerHttp2Session>();
  readonly #upstream: Upstream;

  private constructor(
    private readonly listener: Http2Server | Http2SecureServer,
    server: Address,
  ) {
    this.#upstream = { server, agent: new Agent({ keepAlive: true }) };
    listener.on('session', (session) => this.#join(session));
    listener.on('stream', (stream, headers) => this.#pass(stream, headers));
    // A broken connection shows by its end; what breaks the protocol is Node's to refuse.
    listener.on('sessionError', () => undefined);
  }

  static async open({
    server,
    host = '127.0.0.1',
    port = 0,
    certificate,
  }: Http2EntranceOptions): Promise<Http2Entrance> {
    const settings = { enableConnectProtocol: true, maxConcurrentStreams: MOST_STREAMS };
    const listener = certificate
      ? createSecureServer({ ...certificate, settings })
      : createServer({ settings });
    listener.listen(port, host);
    await once(listener, 'listening');
    return new Http2Entrance(listener, server);
  }

  /** Where viewers connect to. */
  get address(): Address {
    const address = this.listener.address();
    if (typeof address === 'object' && address) return { host: address.address, port: address.port };
    throw new Error('the entrance does not listen');
  }

  /** Ends every connection without a word. */
  close(): void {
    for (const session of this.#sessions) session.destroy();
    this.#upstream.agent.destroy();
    this.listener.close();
  }

  #join(session: ServerHttp2Session): void {
    this.#sessions.add(session);
    session.on('close', () => this.#sessions.delete(session));
  }

  #pass(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void {
    // A broken stream shows by its close.
    stream.on('error', () => undefined);
    if (headers[':method'] !== 'CONNECT') passRequest(stream, headers, this.#upstream);
    else if (headers[':protocol'] === 'websocket') passWebSocket(stream, headers, this.#upstream);
    // It is no way to anywhere but its server.
    else refuse(stream, 501);
  }
}
