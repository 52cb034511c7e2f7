import type { Side } from '../line';
import type { VirtualClock } from '../clock/virtual-clock';

/** One end of a line: notes what happens to it, and when. */
export class LineEnd implements Side {
  readonly heard: string[] = [];
  text = '';
  paused = false;
  readonly #begin: number;

  constructor(private readonly clock: VirtualClock) {
    this.#begin = clock.now();
  }

  write(bytes: Buffer): void {
    const text = bytes.toString('latin1');
    this.text += text;
    this.#note(text.length > 40 ? `${text.length} bytes` : text);
  }

  end(): void {
    this.#note('END');
  }

  destroy(): void {
    this.#note('DESTROYED');
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
  }

  #note(what: string): void {
    this.heard.push(`${this.clock.now() - this.#begin}: ${what}`);
  }
}
