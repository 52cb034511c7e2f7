const WIDTH = 24;

/** Where a bar is drawn: a terminal, or nothing. */
export interface Screen {
  readonly isTTY: boolean;
  write(text: string): unknown;
}

/** A line that tells how far a run is. Drawn on terminals only, so that logs stay clean. */
export class ProgressBar {
  constructor(private readonly screen: Screen) {}

  show(what: string, share: number): void {
    if (!this.screen.isTTY) return;
    const full = Math.round(Math.min(1, Math.max(0, share)) * WIDTH);
    const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
    this.screen.write(`\r\u001b[K${bar} ${Math.round(share * 100)} % ${what}`);
  }

  clear(): void {
    if (this.screen.isTTY) this.screen.write('\r\u001b[K');
  }
}
