import type { LabEnd, LabProgram } from '../lab-program';

/** Stands in for the lab's program: notes what is done to it, and says and ends as the spec wants. */
export class ScriptedLab implements LabProgram {
  readonly available = true;
  readonly started: (readonly string[])[] = [];
  /** What was done to the newest process. */
  readonly done: ('interrupt' | 'kill')[] = [];
  say: (line: string) => void = () => undefined;
  end: (end: LabEnd) => void = () => undefined;

  experiments() {
    return Promise.resolve([]);
  }

  start(args: readonly string[], onLine: (line: string) => void) {
    this.started.push(args);
    this.say = onLine;
    const ended = new Promise<LabEnd>((resolve) => (this.end = resolve));
    return {
      interrupt: () => void this.done.push('interrupt'),
      kill: () => void this.done.push('kill'),
      ended,
    };
  }
}
