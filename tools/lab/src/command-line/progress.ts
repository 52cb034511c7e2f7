import { ProgressBar, type Screen } from './progress-bar';

/** Tells how far a run is. */
export interface Progress {
  show(what: string, share: number): void;
  /** Takes away what stands on the screen. */
  clear(): void;
}

/** How `--progress` may be told: a bar for a person, or a line of JSON each time for a program. */
export function progressOn(screen: Screen, form: string): Progress {
  switch (form) {
    case 'bar':
      return new ProgressBar(screen);
    case 'json':
      return progressLines(screen);
    default:
      throw new Error(`--progress is bar or json, not "${form}"`);
  }
}

const progressLines = (screen: Screen): Progress => ({
  show: (what, share) => void screen.write(`${JSON.stringify({ what, share: rounded(share) })}\n`),
  clear: () => undefined,
});

const rounded = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 1_000) / 1_000;
