import { inject, Service } from '@angular/core';
import { LabApi, type LabQuestion } from '../operator/lab-api';
import { LabError } from '../operator/lab-error';
import { LabRefusal } from './lab-refusal';
import type { Network } from './network';
import { parseGateway, type Gateway } from './parse-gateway';
import { refusalReason } from './refusal-reason';

/** This viewer's gateways, over the lab's API. Every call fails with a {@link LabRefusal}. */
@Service()
export class LabGateways {
  private readonly api = inject(LabApi);

  async open(network: Network): Promise<Gateway> {
    return read(await this.ask({ method: 'POST', path: 'gateways', body: network }, 'off'));
  }

  /** Changes what the gateway does to its connections, those that run too. */
  async set(id: string, network: Network): Promise<Gateway> {
    return read(await this.ask({ method: 'PUT', path: `gateways/${id}`, body: network }));
  }

  /** Reads a gateway, which also lets it live on. */
  async get(id: string): Promise<Gateway> {
    return read(await this.ask({ method: 'GET', path: `gateways/${id}` }));
  }

  /** What passed the gateway from event number `since` on, as it was answered. */
  wire(id: string, since: number): Promise<unknown> {
    return this.ask({ method: 'GET', path: `gateways/${id}/wire?since=${since}` });
  }

  /** Pulls the cable for so long, ms. */
  async pull(id: string, ms: number): Promise<void> {
    await this.ask({ method: 'POST', path: `gateways/${id}/pull`, body: { ms } });
  }

  /** Ends every connection without a word. */
  async cut(id: string): Promise<void> {
    await this.ask({ method: 'POST', path: `gateways/${id}/cut` });
  }

  async close(id: string): Promise<void> {
    await this.ask({ method: 'DELETE', path: `gateways/${id}`, keepalive: true });
  }

  /** An address that is not there is a gateway whose time is over, or a lab that is off. */
  private async ask(question: LabQuestion, missing: 'off' | 'gone' = 'gone'): Promise<unknown> {
    try {
      return await this.api.ask(question);
    } catch (error) {
      if (!(error instanceof LabError)) throw error;
      throw new LabRefusal(refusalReason(error, missing), error.message);
    }
  }
}

function read(answer: unknown): Gateway {
  try {
    return parseGateway(answer);
  } catch (error) {
    // TypeError: it is not the lab that answers there.
    throw new LabRefusal('off', String(error));
  }
}
