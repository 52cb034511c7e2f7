import { computed, inject, Service, signal } from '@angular/core';
import { BadShape } from '@tickway/report';
import { LabApi } from './lab-api';
import { LabError } from './lab-error';
import { parseAbout, type About } from './parse-about';

/** Why nothing can be run. */
export type Closed = 'off' | 'not_local' | 'no_runs' | 'unreachable';

/** What this page may do in the server's lab: open, or closed for a reason; asked when it is first wanted. */
@Service()
export class LabAbout {
  private readonly api = inject(LabApi);
  private readonly said = signal<About | 'unreachable' | undefined>(undefined);

  /** Why nothing can be run here; undefined while it is not known, and when it can. */
  readonly closed = computed<Closed | undefined>(() => {
    const about = this.said();
    if (about === undefined || about === 'unreachable') return about;
    if (!about.allowed) return about.why ?? 'not_local';
    return about.runs ? undefined : 'no_runs';
  });

  /** Whether runs can be started. */
  readonly open = computed(() => this.said() !== undefined && this.closed() === undefined);

  /** The experiments that can be run. */
  readonly experiments = computed(() => {
    const about = this.said();
    return typeof about === 'object' ? about.experiments : [];
  });

  constructor() {
    void this.ask();
  }

  /** Asks again, as after a token was said. */
  async ask(): Promise<void> {
    try {
      this.said.set(parseAbout(await this.api.ask({ method: 'GET', path: 'about' })));
    } catch (error) {
      // No answer, or a server that knows no lab: either way there is none here.
      if (error instanceof LabError || error instanceof BadShape) this.said.set('unreachable');
      else throw error;
    }
  }
}
