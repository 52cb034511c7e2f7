import { ErrorHandler, inject, InjectionToken, signal } from '@angular/core';
import { autoSwitch, type Auto, type AutoState, type Connection } from '@tickway/client';

/** How the page comes by auto mode: the SDK's, or in a spec a fake. */
export const AUTO_SWITCH = new InjectionToken<typeof autoSwitch>('auto switch', {
  providedIn: 'root',
  factory: () => autoSwitch,
});

/** Auto mode of the page's connection, on or off. */
export class AutoMode {
  private readonly begin = inject(AUTO_SWITCH);
  private readonly errors = inject(ErrorHandler);
  private readonly told = signal<AutoState | undefined>(undefined);
  /** What it has done; undefined while it is off or being loaded. */
  readonly state = this.told.asReadonly();
  private auto: Auto | undefined;

  constructor(private readonly connection: Connection) {}

  start(): void {
    if (this.auto) return;
    this.auto = this.begin(this.connection);
    this.auto.state.subscribe({
      next: (state) => this.told.set(state),
      error: (error: unknown) => this.errors.handleError(error),
    });
  }

  stop(): void {
    this.auto?.stop();
    this.auto = undefined;
    this.told.set(undefined);
  }
}
