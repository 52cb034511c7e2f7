import { LabRefusal, type RefusalReason } from '../lab-refusal';
import type { LabGateways } from '../lab-gateways';
import type { Network } from '../network';
import type { Gateway } from '../parse-gateway';

/** The lab's API as the page sees it, driven by a spec: notes what is asked, and refuses when told to. */
export class FakeGateways implements Pick<
  LabGateways,
  'open' | 'set' | 'get' | 'wire' | 'pull' | 'cut' | 'close'
> {
  /** Every act, in order: `open rtt=40`, `close g1`. */
  readonly acts: string[] = [];
  refusing: RefusalReason | undefined;
  /** Lets a spec hold answers back. */
  gate: Promise<void> = Promise.resolve();
  /** What `wire` answers. */
  passed: (since: number) => unknown = (since) => ({ now: 0, oldest: 1, next: since, events: [] });
  private opened = 0;

  async open(network: Network): Promise<Gateway> {
    this.opened++;
    return this.act(`open rtt=${network.rttMs}`, network);
  }

  async set(id: string, network: Network): Promise<Gateway> {
    return this.act(`set ${id} rtt=${network.rttMs}`, network);
  }

  async get(id: string): Promise<Gateway> {
    return this.act(`get ${id}`);
  }

  async wire(id: string, since: number): Promise<unknown> {
    await this.act(`wire ${id} ${since}`);
    return this.passed(since);
  }

  async pull(id: string, ms: number): Promise<void> {
    await this.act(`pull ${id} ${ms}`);
  }

  async cut(id: string): Promise<void> {
    await this.act(`cut ${id}`);
  }

  async close(id: string): Promise<void> {
    await this.act(`close ${id}`);
  }

  private async act(act: string, network?: Network): Promise<Gateway> {
    this.acts.push(act);
    await this.gate;
    if (this.refusing) throw new LabRefusal(this.refusing, 'as told by the spec');
    return {
      id: `g${this.opened}`,
      origin: `http://127.0.0.1:4000${this.opened}`,
      expiresAt: 0,
      network: network ?? {
        rttMs: 0,
        jitterMs: 0,
        loss: 0,
        buffering: false,
        stripUpgrade: false,
        silent: false,
      },
    };
  }
}
