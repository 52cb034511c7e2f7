import { Component, computed, inject, input } from '@angular/core';
import { AutoSteps } from '../auto/auto-steps';
import { Live } from '../live/live';
import { injectFigures } from '../language/inject-figures';
import { injectFormats } from '../language/inject-formats';
import { injectTexts } from '../language/inject-texts';
import { accountTexts } from './texts/account-texts';

const pair = (a: string, b: string) => `${a} / ${b}`;

/** The whole account of the connection, and of auto mode's steps. */
@Component({
  selector: 'tw-connection-account',
  imports: [AutoSteps],
  template: `
    <dl>
      @for (row of rows(); track row[0]) {
        <div>
          <dt>{{ row[0] }}</dt>
          <dd>{{ row[1] }}</dd>
        </div>
      }
    </dl>
    @if (auto(); as auto) {
      <tw-auto-steps class="auto" [state]="auto" [now]="now()" />
    }
    <p>{{ texts().window }}</p>
  `,
  styleUrl: './connection-account.css',
})
export class ConnectionAccount {
  private readonly live = inject(Live);
  private readonly figures = injectFigures();
  private readonly formats = injectFormats();
  private readonly status = this.live.status;
  private readonly counts = this.live.counts;

  /** What carries, in words. */
  readonly transport = input.required<string>();
  /** Age of what comes, in words; absent before anything came. */
  readonly age = input.required<string | undefined>();
  /** Whether the browser has probably no connection to give. */
  readonly crowded = input.required<boolean>();

  protected readonly texts = injectTexts(accountTexts);
  protected readonly auto = this.live.auto;
  protected readonly now = this.live.time;
  protected readonly rows = computed(() => this.tell());

  private tell(): readonly (readonly [name: string, value: string])[] {
    const { rows } = this.texts();
    const { why, state } = this.status();
    // A try of auto mode that failed is told in its own account.
    const told = this.crowded() ? this.texts().crowded : this.auto() && state === 'live' ? undefined : why;
    return [
      [rows.transport, this.transport()],
      ...(told === undefined ? [] : [[rows.why, told] as const]),
      ...this.times(),
      ...this.amounts(),
    ];
  }

  private times(): readonly (readonly [string, string])[] {
    const { rows } = this.texts();
    const { latency, clockOffsetMs, clockErrorMs } = this.live.meter();
    return [
      [rows.age, this.age() ?? '–'],
      [rows.latency, latency ? this.figures().range(latency.p50, latency.p95, latency.p99) : '–'],
      [rows.clock, clockOffsetMs === undefined ? '–' : this.figures().offset(clockOffsetMs, clockErrorMs)],
    ];
  }

  private amounts(): readonly (readonly [string, string])[] {
    const { rows: names } = this.texts();
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
