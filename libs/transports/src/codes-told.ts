import type { ErrorCode } from '@tickway/protocol';

/** Counts how often each code was told since the start: requests refused, connections ended. */
export class CodesTold {
  readonly #counts = new Map<ErrorCode, number>();

  count(code: ErrorCode): void {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1);
  }

  /** The counts of this moment; a code that was never told is absent. */
  snapshot(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }
}
