import { DOCUMENT, inject, Service } from '@angular/core';

/** What the viewer's device keeps for the page, as JSON by name. A browser that keeps nothing is no fault. */
@Service()
export class Device {
  private readonly window = inject(DOCUMENT).defaultView;

  /** What is kept under `name`, unchecked; `undefined` when there is nothing, or nothing readable. */
  read(name: string): unknown {
    try {
      const text = this.window?.localStorage.getItem(`tickway.${name}`);
      return typeof text === 'string' ? JSON.parse(text) : undefined;
    } catch {
      // SecurityError where the browser keeps nothing, SyntaxError of what another program wrote there.
      return undefined;
    }
  }

  /** Keeps `value` under `name`. */
  write(name: string, value: unknown): void {
    try {
      this.window?.localStorage.setItem(`tickway.${name}`, JSON.stringify(value));
    } catch {
      // SecurityError or QuotaExceededError: the choice then lasts until the page closes.
    }
  }
}
