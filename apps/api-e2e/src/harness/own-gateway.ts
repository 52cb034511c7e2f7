import type { Server } from './server';

/** A gateway as the server tells it. */
export interface ToldGateway {
  readonly id: string;
  readonly origin: string;
  readonly expiresAt: number;
  readonly network: Readonly<Record<string, unknown>>;
  readonly traffic: {
    readonly connections: number;
    readonly toServerBytes: number;
    readonly toViewerBytes: number;
  };
}

/** Asks the lab as the server's own page does. */
export class OwnGateway {
  private constructor(
    private readonly server: Server,
    readonly id: string,
    /** Where its viewer goes in place of the server. */
    readonly url: string,
  ) {}

  static async open(server: Server, network: object = {}): Promise<OwnGateway> {
    const { id, origin } = await told(await ask(server, 'POST', ['', network]));
    return new OwnGateway(server, id, origin);
  }

  async set(network: object): Promise<ToldGateway> {
    return told(await ask(this.server, 'PUT', [`/${this.id}`, network]));
  }

  async state(): Promise<ToldGateway> {
    return told(await ask(this.server, 'GET', [`/${this.id}`]));
  }

  async pull(ms: number): Promise<number> {
    return (await ask(this.server, 'POST', [`/${this.id}/pull`, { ms }])).status;
  }

  async cut(): Promise<number> {
    return (await ask(this.server, 'POST', [`/${this.id}/cut`])).status;
  }

  async close(): Promise<number> {
    return (await ask(this.server, 'DELETE', [`/${this.id}`])).status;
  }
}

const ask = ({ url }: Server, method: string, [path, body]: readonly [string, object?]): Promise<Response> =>
  fetch(`${url}/lab/gateways${path}`, {
    method,
    headers: { origin: url, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });

async function told(answer: Response): Promise<ToldGateway> {
  const text = await answer.text();
  if (answer.ok) return JSON.parse(text) as ToldGateway;
  throw new Error(`the lab answered ${answer.status}: ${text}`);
}
