import { DOCUMENT, inject, Service } from '@angular/core';
import { OperatorToken } from '../operator/operator-token';
import { LabRefusal, type RefusalReason } from './lab-refusal';
import type { Network } from './network';
import { parseGateway, type Gateway } from './parse-gateway';

/** An answer later than this is none, ms: the lab's API is asked over the clear line. */
const ANSWER_MS = 8_000;

/** What to ask the lab's API. */
interface Question {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** Whether it may outlive the page. @default false */
  readonly keepalive?: boolean;
}

/** This viewer's gateways, over the lab's API. Every call fails with a {@link LabRefusal}. */
@Service()
export class LabGateways {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly operator = inject(OperatorToken);

  async open(network: Network): Promise<Gateway> {
    return read(await this.ask({ method: 'POST', path: '', body: network }));
  }

  /** Changes what the gateway does to its connections, those that run too. */
  async set(id: string, network: Network): Promise<Gateway> {
    return read(await this.ask({ method: 'PUT', path: id, body: network }));
  }

  /** Reads a gateway, which also lets it live on. */
  async get(id: string): Promise<Gateway> {
    return read(await this.ask({ method: 'GET', path: id }));
  }

  /** What passed the gateway since event number `since`, as it was answered. */
  async wire(id: string, since: number): Promise<unknown> {
    return (await this.ask({ method: 'GET', path: `${id}/wire?since=${since}` })).json();
  }

  /** Pulls the cable for so long, ms. */
  async pull(id: string, ms: number): Promise<void> {
    await this.ask({ method: 'POST', path: `${id}/pull`, body: { ms } });
  }

  /** Ends every connection without a word. */
  async cut(id: string): Promise<void> {
    await this.ask({ method: 'POST', path: `${id}/cut` });
  }

  async close(id: string): Promise<void> {
    await this.ask({ method: 'DELETE', path: id, keepalive: true });
  }

  private async ask({ method, path, body, keepalive = false }: Question): Promise<Response> {
    const url = new URL(
      path === '' ? '/lab/gateways' : `/lab/gateways/${path}`,
      this.window?.location.origin,
    );
    const answer = await fetch(url, {
      ...{ method, keepalive, cache: 'no-store', signal: AbortSignal.timeout(ANSWER_MS) },
      headers: {
        ...this.operator.headers(),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      // TypeError without a network, TimeoutError without an answer.
      throw new LabRefusal('unreachable', String(error));
    });
    if (!answer.ok) throw await refusalOf(answer, path === '' ? 'off' : 'gone');
    return answer;
  }
}

async function read(answer: Response): Promise<Gateway> {
  try {
    return parseGateway(await answer.json());
  } catch (error) {
    // SyntaxError or TypeError: it is not the lab that answers there.
    throw new LabRefusal('off', String(error));
  }
}

/** An address that is not there is a lab that is off, or a gateway whose time is over. */
async function refusalOf(answer: Response, missing: RefusalReason): Promise<LabRefusal> {
  const body: unknown = await answer.json().catch(() => undefined);
  const told = typeof body === 'object' && body !== null && 'message' in body ? String(body.message) : '';
  return new LabRefusal(reasonOf(answer.status, missing), told || `${answer.status}`);
}

function reasonOf(status: number, missing: RefusalReason): RefusalReason {
  switch (status) {
    case 401:
    case 403:
      return 'not_local';
    case 404:
      return missing;
    case 409:
    case 429:
    case 503:
      return 'most';
    default:
      return 'refused';
  }
}
