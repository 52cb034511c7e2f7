/** The updates of one frame, which came together. */
export interface Answer {
  /** When it came, epoch ms, server clock. */
  readonly at: number;
  /** Of its updates, ms. */
  readonly meanMs: number;
  readonly maxMs: number;
}

const KEPT = 512;

/** The last answers, in fixed memory. */
export class AnswerRing {
  private readonly kept: Answer[] = [];
  private next = 0;

  add(answer: Answer): void {
    this.kept[this.next++ % KEPT] = answer;
  }

  /** The answers since `from`, epoch ms. */
  since(from: number): readonly Answer[] {
    return this.kept.filter(({ at }) => at >= from);
  }

  clear(): void {
    this.kept.length = this.next = 0;
  }
}
