import { InjectionToken, signal } from '@angular/core';
import type { Auto, AutoState, autoSwitch, Connection } from '@tickway/client';

/** How the page comes by auto mode: the SDK's, loaded when first needed, or in a spec a fake. */
export const AUTO_SWITCH = new InjectionToken<() => Promise<typeof autoSwitch>>('auto switch', {
  providedIn: 'root',
  factory: () => () => import('./auto-switch').then((module) => module.autoSwitch),
});

/** Auto mode of the page's connection, on or off. */
export class AutoMode {
  private readonly told = signal<AutoState | undefined>(undefined);
  /** What it has done; undefined while it is off or being loaded. */
  readonly state = this.told.asReadonly();
  private loading: Promise<typeof autoSwitch> | undefined;
  private auto: Auto | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly load: () => Promise<typeof autoSwitch>,
  ) {}

  async start(): Promise<void> {
    if (this.loading) return;
    const loading = (this.loading = this.load());
    const begin = await loading;
    // It may have been turned off meanwhile, and on again.
    if (this.loading !== loading) return;
    this.auto = begin(this.connection);
    this.auto.state.subscribe((state) => this.told.set(state));
  }

  stop(): void {
    this.loading = undefined;
    this.auto?.stop();
    this.auto = undefined;
    this.told.set(undefined);
  }
}
