import { computed, DOCUMENT, effect, inject, Service, signal, untracked } from '@angular/core';
import { LabGateways } from '../network/lab-gateways';
import { LabRefusal } from '../network/lab-refusal';
import { OwnWay } from '../network/own-way';
import { parseWire } from './parse-wire';
import { WireBook } from './wire-book';

/** How often the gateway is asked for what passed, ms. */
const ASK_MS = 500;

/** Reads the recording of this viewer's gateway as it goes on, and keeps the last of it. */
@Service({ autoProvided: false })
export class WireReader {
  private readonly document = inject(DOCUMENT);
  private readonly gateways = inject(LabGateways);
  private readonly way = inject(OwnWay);
  private readonly present = signal({ book: new WireBook(), at: 0 });
  private readonly stopped = signal(false);
  private readonly why = signal<string | undefined>(undefined);
  private readonly id = computed(() => {
    const state = this.way.state();
    return state.type === 'open' ? state.gateway.id : undefined;
  });

  /** The book; a new value whenever something was written into it. */
  readonly book = computed(() => this.present().book, { equal: () => false });
  readonly paused = this.stopped.asReadonly();
  /** Why the recording cannot be read now. */
  readonly failed = this.why.asReadonly();

  constructor() {
    effect((onCleanup) => {
      const id = this.id();
      if (id === undefined) return;
      untracked(() => this.present.set({ book: new WireBook(), at: 0 }));
      const timer = setInterval(() => void this.read(id), ASK_MS);
      onCleanup(() => clearInterval(timer));
    });
  }

  pause(paused: boolean): void {
    this.stopped.set(paused);
  }

  clear(): void {
    this.present().book.clear();
    this.told();
  }

  private asking = false;

  private async read(id: string): Promise<void> {
    // A hidden page's race stands still: there is nothing to read, and nobody to see it.
    if (this.asking || this.stopped() || this.document.hidden) return;
    this.asking = true;
    try {
      const { book } = this.present();
      const chapter = parseWire(await this.gateways.wire(id, book.next));
      if (id !== this.id()) return;
      book.take(chapter);
      this.why.set(undefined);
      this.told();
    } catch (error) {
      // Another shape, or no answer: what was read stays, and it is asked again.
      if (!(error instanceof LabRefusal) && !(error instanceof TypeError)) throw error;
      this.why.set(error.message);
    } finally {
      this.asking = false;
    }
  }

  private told(): void {
    this.present.update(({ book, at }) => ({ book, at: at + 1 }));
  }
}
