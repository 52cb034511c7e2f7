import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { OwnWay } from './own-way';
import type { Traffic } from './parse-gateway';
import { networkTexts } from './texts/network-texts';

interface Reading extends Traffic {
  readonly id: string;
  /** Ms of a clock that does not jump. */
  readonly at: number;
}

/** What the gateway carries, now and in all. */
@Component({
  selector: 'tw-traffic-note',
  template: `
    @if (total(); as text) {
      <h3>{{ texts().traffic.title }}</h3>
      <p data-testid="gateway-traffic">{{ rate() }}<br />{{ text }}</p>
    }
  `,
  styles: `
    h3 {
      margin: var(--space-3) 0 4px;
      color: var(--text-soft);
      font-size: var(--text-s);
      font-weight: 600;
    }
    p {
      font-size: var(--text-s);
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class TrafficNote {
  private readonly way = inject(OwnWay);
  protected readonly texts = injectTexts(networkTexts);
  private readonly formats = injectFormats();
  private readonly last = signal<readonly Reading[]>([]);

  protected readonly total = computed(() => {
    const now = this.last().at(-1);
    if (!now) return undefined;
    const [{ traffic }, { bytes, count }] = [this.texts(), this.formats()];
    const total = traffic.total(bytes(now.toViewerBytes), bytes(now.toServerBytes));
    return `${traffic.connections(count(now.connections))} · ${total}`;
  });
  protected readonly rate = computed(() => {
    const [before, now] = this.last();
    if (!before || !now) return '';
    const { bytes } = this.formats();
    const rate = (a: number, b: number) => bytes((1_000 * (b - a)) / (now.at - before.at));
    return this.texts().traffic.rates(
      rate(before.toViewerBytes, now.toViewerBytes),
      rate(before.toServerBytes, now.toServerBytes),
    );
  });

  constructor() {
    effect(() => {
      const state = this.way.state();
      untracked(() => this.take(state.type === 'open' ? state.gateway : undefined));
    });
  }

  private take(gateway: { readonly id: string; readonly traffic?: Traffic } | undefined): void {
    if (!gateway?.traffic) return this.last.set([]);
    const reading = { ...gateway.traffic, id: gateway.id, at: performance.now() };
    const [before] = this.last().slice(-1);
    // A lever that is moved tells the same amounts again.
    if (before?.id === reading.id && before.toViewerBytes === reading.toViewerBytes) return;
    this.last.set(before?.id === reading.id ? [before, reading] : [reading]);
  }
}
