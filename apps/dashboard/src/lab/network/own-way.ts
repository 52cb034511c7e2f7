import { DestroyRef, DOCUMENT, inject, Service, signal } from '@angular/core';
import { fromEvent, Subscription, timer } from 'rxjs';
import { Race } from '../race/race';
import { LabGateways } from './lab-gateways';
import { LabRefusal, type RefusalReason } from './lab-refusal';
import { sameNetwork, type Network } from './network';
import type { NetworkMark } from './network-mark';
import type { Gateway } from './parse-gateway';

/** How this page comes to the server. */
export type WayState =
  | { readonly type: 'direct' }
  | { readonly type: 'opening' }
  | { readonly type: 'open'; readonly gateway: Gateway }
  | { readonly type: 'refused'; readonly reason: RefusalReason; readonly message: string };

/** How often the gateway is asked after, ms: it tells its traffic, and lives on. */
const ASK_MS = 2_000;
/** So many marks are kept: an hour's at one a few seconds. */
const MARKS = 500;

/**
 * The lab's own way to the server: direct, or through a gateway of this viewer's own that does what the address says. The race
 * runs over it. The gateway ends with the lab's page.
 */
@Service({ autoProvided: false })
export class OwnWay {
  private readonly gateways = inject(LabGateways);
  private readonly race = inject(Race);
  private readonly present = signal<WayState>({ type: 'direct' });
  private readonly noted = signal<readonly NetworkMark[]>([]);
  private readonly pulled = signal(0);
  private readonly wish = signal<Network | undefined>(undefined);
  private settling = false;
  private over = false;
  private renewal = new Subscription();

  readonly state = this.present.asReadonly();
  /** The network that is wanted; absent: none, and no gateway. */
  readonly wanted = this.wish.asReadonly();
  /** What happened to the network, oldest first. */
  readonly marks = this.noted.asReadonly();
  /** Until when the cable is out, epoch ms, this machine's clock. */
  readonly pulledUntil = this.pulled.asReadonly();

  constructor() {
    const window = inject(DOCUMENT).defaultView;
    const events = new Subscription();
    if (window) {
      events.add(fromEvent(window, 'pagehide').subscribe(() => this.leave()));
      // A page that the browser had kept whole comes back without its gateway.
      events.add(
        fromEvent<PageTransitionEvent>(window, 'pageshow').subscribe((shown) => this.comeBack(shown)),
      );
    }
    inject(DestroyRef).onDestroy(() => {
      events.unsubscribe();
      this.leave();
    });
  }

  /** Wants another network, at once and on running connections; absent: no gateway. */
  want(network: Network | undefined): void {
    this.wish.set(network);
    // While the gateway is not there the lanes wait: what they would measure is not what the address says.
    if (network && this.present().type !== 'open') this.race.route(undefined);
    void this.settle();
  }

  /** Tries again after a refusal. */
  tryAgain(): void {
    this.present.set({ type: 'direct' });
    this.want(this.wish());
  }

  /** Pulls the cable for so long, ms. */
  async pull(ms: number): Promise<void> {
    await this.told('pull', (id) => this.gateways.pull(id, ms));
    this.pulled.set(Date.now() + ms);
  }

  /** Ends every connection without a word. */
  async cut(): Promise<void> {
    await this.told('cut', (id) => this.gateways.cut(id));
  }

  /** Notes that something happened now. */
  note(what: NetworkMark['what']): void {
    this.noted.update((marks) => [...marks.slice(1 - MARKS), { at: this.race.now(), what }]);
  }

  private async told(what: NetworkMark['what'], act: (id: string) => Promise<void>): Promise<void> {
    const state = this.present();
    if (state.type !== 'open') return;
    try {
      await act(state.gateway.id);
      this.note(what);
    } catch (error) {
      this.fail(error);
    }
  }

  /** One question at a time, until what is there is what is wanted: of a lever's way only the last place counts. */
  private async settle(): Promise<void> {
    if (this.settling) return;
    this.settling = true;
    try {
      while (!this.over && !this.settled()) await this.step();
    } catch (error) {
      this.fail(error);
    } finally {
      this.settling = false;
    }
  }

  private settled(): boolean {
    const [state, wanted] = [this.present(), this.wish()];
    if (state.type === 'refused') return wanted !== undefined;
    if (state.type === 'open') return wanted !== undefined && sameNetwork(wanted, state.gateway.network);
    return state.type === 'direct' && wanted === undefined;
  }

  private async step(): Promise<void> {
    const [state, wanted] = [this.present(), this.wish()];
    if (wanted === undefined) return this.goDirect(state);
    if (state.type === 'open') return this.change(state.gateway, wanted);
    this.present.set({ type: 'opening' });
    const gateway = await this.gateways.open(wanted);
    if (this.over) return this.gateways.close(gateway.id);
    this.take(gateway, wanted);
    this.race.route(gateway.origin);
    this.note('route');
    this.renewal.unsubscribe();
    this.renewal = timer(ASK_MS, ASK_MS).subscribe(() => void this.renew());
  }

  private async goDirect(state: WayState): Promise<void> {
    this.renewal.unsubscribe();
    this.present.set({ type: 'direct' });
    this.pulled.set(0);
    this.race.route(this.race.home);
    if (state.type !== 'open') return;
    this.note('route');
    // One that is gone is as good as closed.
    await this.gateways.close(state.gateway.id).catch(() => undefined);
  }

  private async change({ id }: Gateway, wanted: Network): Promise<void> {
    try {
      this.take(await this.gateways.set(id, wanted), wanted);
      this.note('network');
    } catch (error) {
      if (!isGone(error)) throw error;
      this.forget();
    }
  }

  /** Keeps the network as it was asked for: the server may write the same number another way. */
  private take(gateway: Gateway, asked: Network): void {
    this.present.set({ type: 'open', gateway: { ...gateway, network: asked } });
  }

  private async renew(): Promise<void> {
    const state = this.present();
    if (state.type !== 'open' || this.settling) return;
    try {
      this.refresh(await this.gateways.get(state.gateway.id));
    } catch (error) {
      await this.heedFailedRenewal(error);
    }
  }

  /** Takes what a gateway tells of itself, unless another one is in use by now. */
  private refresh(gateway: Gateway): void {
    const now = this.present();
    if (now.type === 'open' && now.gateway.id === gateway.id) this.take(gateway, now.gateway.network);
  }

  private async heedFailedRenewal(error: unknown): Promise<void> {
    // A server that does not answer, or stops, may be back in a moment; whether with the gateway, it says then.
    if (error instanceof LabRefusal && comesBack.includes(error.reason)) return;
    if (!isGone(error)) return this.fail(error);
    this.forget();
    await this.settle();
  }

  /** The gateway is no more (its time was over, or the server was started anew): the next step opens another. */
  private forget(): void {
    this.renewal.unsubscribe();
    this.race.route(undefined);
    this.present.set({ type: 'opening' });
  }

  private fail(error: unknown): void {
    if (!(error instanceof LabRefusal)) throw error;
    this.renewal.unsubscribe();
    this.race.route(undefined);
    this.present.set({ type: 'refused', reason: error.reason, message: error.message });
  }

  private comeBack({ persisted }: PageTransitionEvent): void {
    if (!persisted) return;
    this.over = false;
    void this.settle();
  }

  private leave(): void {
    const state = this.present();
    this.over = true;
    this.renewal.unsubscribe();
    this.present.set({ type: 'direct' });
    if (state.type === 'open') void this.gateways.close(state.gateway.id).catch(() => undefined);
  }
}

const comesBack: readonly RefusalReason[] = ['unreachable', 'stopping'];

const isGone = (error: unknown) => error instanceof LabRefusal && error.reason === 'gone';
