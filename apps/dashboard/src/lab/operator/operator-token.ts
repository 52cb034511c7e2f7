import { DOCUMENT, inject, Service, signal } from '@angular/core';

const STORED = 'tickway.lab-token';

/** The operator's token, with which the lab's experiments may be run from another machine; kept for this tab only. */
@Service()
export class OperatorToken {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly present = signal(this.read());

  /** The token; empty: none. */
  readonly token = this.present.asReadonly();

  /** What a request to `/lab` carries. */
  headers(): Readonly<Record<string, string>> {
    const token = this.present();
    return token === '' ? {} : { authorization: `Bearer ${token}` };
  }

  set(token: string): void {
    this.present.set(token.trim());
    try {
      this.window?.sessionStorage.setItem(STORED, this.present());
    } catch {
      // SecurityError or QuotaExceededError where the browser keeps nothing: it then lasts until the page closes.
    }
  }

  private read(): string {
    try {
      return this.window?.sessionStorage.getItem(STORED) ?? '';
    } catch {
      // SecurityError where the browser keeps nothing.
      return '';
    }
  }
}
