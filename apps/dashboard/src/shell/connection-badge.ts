import { Component, computed, inject, signal } from '@angular/core';
import type { StepReason } from '@tickway/client';
import { AutoSteps } from '../auto/auto-steps';
import { Live } from '../live/live';
import { firstOf } from '../live/transport-choice';
import { injectFigures } from '../language/inject-figures';
import { injectFormats } from '../language/inject-formats';
import { injectTexts } from '../language/inject-texts';
import { shellTexts } from './texts/shell-texts';

const pair = (a: string, b: string) => `${a} / ${b}`;

/** How the connection is: state and reason, age of what comes, missing and double; opens to the whole account. */
@Component({
  selector: 'tw-connection-badge',
  imports: [AutoSteps],
  templateUrl: './connection-badge.html',
  styleUrl: './connection-badge.css',
  host: { '(keydown.escape)': 'close()', '(document:pointerdown)': 'closeFrom($event)' },
})
export class ConnectionBadge {
  private readonly live = inject(Live);

  protected readonly texts = injectTexts(shellTexts);
  private readonly figures = injectFigures();
  private readonly formats = injectFormats();
  protected readonly open = signal(false);
  protected readonly status = this.live.status;
  protected readonly counts = this.live.counts;
  protected readonly health = this.live.health;
  protected readonly auto = this.live.auto;
  protected readonly now = this.live.time;
  protected readonly faulty = computed(() => this.counts().missing + this.counts().double > 0);

  protected readonly why = computed(() => {
    const { state, code, why, retryAt } = this.status();
    if (this.health() === 'silent')
      return this.texts().badge.silentFor(Math.floor(this.live.silentMs() / 1000));
    if (state === 'waiting' && retryAt !== undefined)
      return this.texts().badge.retryIn(Math.max(0, Math.ceil((retryAt - this.live.time()) / 1000)));
    return state === 'live' ? undefined : (why ?? code);
  });

  /** In auto mode, when it is not on the best: in three words why. */
  protected readonly fallen = computed(() => {
    const auto = this.auto();
    if (!auto || auto.transport === firstOf('auto')) return undefined;
    const words: Partial<Record<StepReason['type'], string>> = this.texts().badge.fallen;
    const fall = auto.steps.findLast(({ reason }) => words[reason.type]);
    return fall && `${fall.from} ${words[fall.reason.type]}`;
  });
  protected readonly transport = computed(() => {
    const { transport } = this.status();
    return this.live.choice() === 'auto' ? `${this.texts().transport.auto} · ${transport}` : transport;
  });

  protected readonly age = computed(() => {
    const { age } = this.live.meter();
    return age && this.figures().range(age.p50, age.p95);
  });

  protected readonly account = computed(() => (this.open() ? this.rows() : []));

  protected toggle(): void {
    this.open.update((open) => !open);
  }

  protected close(): void {
    this.open.set(false);
  }

  protected closeFrom(event: Event): void {
    const inside = event
      .composedPath()
      .some((node) => node instanceof Element && node.matches('tw-connection-badge'));
    if (!inside) this.close();
  }

  private rows(): readonly (readonly [name: string, value: string])[] {
    const { rows } = this.texts().badge;
    const { why, state } = this.status();
    // A try of auto mode that failed is told in its own account.
    const told = this.auto() && state === 'live' ? undefined : why;
    return [
      [rows.transport, this.transport()],
      ...(told === undefined ? [] : [[rows.why, told] as const]),
      ...this.times(),
      ...this.amounts(),
    ];
  }

  private times(): readonly (readonly [string, string])[] {
    const { rows } = this.texts().badge;
    const { latency, clockOffsetMs, clockErrorMs } = this.live.meter();
    return [
      [rows.age, this.age() ?? '–'],
      [rows.latency, latency ? this.figures().range(latency.p50, latency.p95, latency.p99) : '–'],
      [rows.clock, clockOffsetMs === undefined ? '–' : this.figures().offset(clockOffsetMs, clockErrorMs)],
    ];
  }

  private amounts(): readonly (readonly [string, string])[] {
    const { rows: names } = this.texts().badge;
    const { bytes: amount, count } = this.formats();
    const { bytes, requests, rows, merged } = this.live.meter();
    const { missing, double, gaps, switches, reconnects } = this.counts();
    return [
      [names.bytes, pair(amount(bytes.received), amount(bytes.sent))],
      [names.requests, count(requests)],
      [names.updates, pair(count(rows + merged), count(merged))],
      [names.counts, pair(count(missing), count(double))],
      [names.gaps, count(gaps)],
      [names.switches, pair(count(switches), count(reconnects))],
    ];
  }
}
