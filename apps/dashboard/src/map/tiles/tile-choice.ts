import { computed, inject, Service, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { setQuery } from '../../address/set-query';
import { Device } from '../../shell/device';

/** Where the server says whether there are tiles. */
const ADDRESS = '/data/tiles.json';

/** What the device keeps it under. */
const KEPT = 'tiles';

/** Whether the map shows pictures of the ground that come from elsewhere: only if the viewer said so, here or in the address (`layer=tiles`). */
@Service()
export class TileChoice {
  private readonly device = inject(Device);
  private readonly router = inject(Router);
  private readonly address = toSignal(this.router.routerState.root.queryParamMap);
  private readonly kept = signal(this.device.read(KEPT) === true);
  private readonly url = signal<string | undefined>(undefined);
  private readonly trouble = signal(false);

  /** Whether the viewer wants them. */
  readonly wanted = computed(() => {
    const layer = this.address()?.get('layer');
    return layer === 'tiles' || (layer !== 'drawn' && this.kept());
  });
  /** The host that is asked for them; `undefined` when this server offers none. */
  readonly host = computed(() => {
    const url = this.url();
    return url === undefined ? undefined : new URL(url).host;
  });
  /** Whether they are wanted and nobody answered. */
  readonly failed = computed(() => this.wanted() && this.trouble());
  /** Address of the tiles to show now. */
  readonly shown = computed(() => (this.wanted() && !this.trouble() ? this.url() : undefined));

  /** Asks the server, once. */
  async load(): Promise<void> {
    if (this.url() !== undefined) return;
    try {
      this.url.set(urlIn(await (await fetch(ADDRESS)).json()));
    } catch {
      // A network fault, or a server without them: there is nothing to choose then.
    }
  }

  /** Shows them or not, remembers that on this device and says it in the address. */
  async want(wanted: boolean): Promise<void> {
    this.kept.set(wanted);
    this.trouble.set(false);
    this.device.write(KEPT, wanted);
    await setQuery(this.router, { layer: wanted ? 'tiles' : null }, { replaceUrl: true });
  }

  /** Told that nobody answers. */
  fail(): void {
    this.trouble.set(true);
  }

  /** Asks for them again. */
  retry(): void {
    this.trouble.set(false);
  }
}

/** The address in the server's answer. */
export const urlIn = (answer: unknown): string | undefined =>
  typeof answer === 'object' &&
  answer !== null &&
  'url' in answer &&
  typeof answer.url === 'string' &&
  /^https?:/.test(answer.url) &&
  URL.canParse(answer.url)
    ? answer.url
    : undefined;
