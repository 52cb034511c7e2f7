import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { transportNames } from '@tickway/protocol';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { laneInks } from '../draw/lane-inks';
import { labTexts } from '../texts/lab-texts';
import type { Stats } from '@tickway/report';
import { ratesBetween, type Rates, type TransportRates } from './rates';
import { ServerStats, type Reading } from './server-stats';
import { SparkLine, type SparkSeries } from './spark-line';

/** How many readings are kept, one a second: five minutes. */
const KEPT = 300;
/** Over how many of them the figures are means. */
const MEAN_OF = 10;

interface Kept {
  readonly stats: Stats;
  readonly rates: Rates | undefined;
}

/** What the server pays, by its own books: by transport where that can be told, as a whole where it cannot. */
@Component({
  selector: 'tw-cost-view',
  imports: [SparkLine],
  templateUrl: './cost-view.html',
  styleUrls: ['../styles/card.css', '../styles/figures-table.css', '../styles/swatch.css', './cost-view.css'],
})
export class CostView {
  protected readonly texts = injectTexts(labTexts);
  protected readonly formats = injectFormats();
  protected readonly inks = laneInks;
  /** The charts begin with a minute's room and grow to all that is kept. */
  protected readonly room = computed(() => Math.max(60, this.kept().length));
  protected readonly names = transportNames;
  protected readonly failed = signal<string | undefined>(undefined);
  private readonly kept = signal<readonly Kept[]>([]);
  private readonly time = signal(Date.now());
  private readonly readAt = signal(0);

  protected readonly last = computed(() => this.kept().at(-1)?.stats);
  protected readonly readAgo = computed(() =>
    this.formats().duration(Math.max(0, this.time() - this.readAt())),
  );
  protected readonly over = computed(() => this.formats().duration(this.kept().length * 1_000));
  /** Of the last seconds, from the first to the last reading: what passed, not a mean of means. */
  protected readonly recent = computed(() => {
    const [first, last] = [this.kept().at(-1 - MEAN_OF) ?? this.kept()[0], this.kept().at(-1)];
    return first && last && ratesBetween(first.stats, last.stats);
  });
  protected readonly recentOver = computed(() =>
    this.formats().duration(Math.min(MEAN_OF, Math.max(1, this.kept().length - 1)) * 1_000),
  );

  /** What of the event loop's time is not any transport's. */
  protected readonly loopText = computed(() => {
    const { loop, transports } = this.recent() ?? {};
    const shared = [...(transports?.values() ?? [])].reduce((sum, rates) => sum + rates.loop, 0);
    const { percent } = this.formats();
    return this.texts().cost.loopShared(percent(loop), percent(shared));
  });

  protected readonly wholes = computed(() => {
    const [texts, formats, last] = [this.texts().cost, this.formats(), this.last()];
    const line = (read: (kept: Kept) => number | undefined) => [this.line('var(--accent)', read)];
    const { loopDelayMs, rssBytes, heap, kernel } = last ?? {};
    return [
      {
        ...{
          name: texts.cpu,
          value: formats.percent(this.recent()?.cpu),
          note: texts.over(this.recentOver()),
        },
        series: line(({ rates }) => rates?.cpu),
      },
      {
        ...{ name: texts.loopP99, value: formats.duration(loopDelayMs?.p99), note: texts.loopNote },
        series: line(({ stats }) => stats.loopDelayMs.p99),
      },
      {
        ...{ name: texts.loopMax, value: formats.duration(loopDelayMs?.max), note: texts.loopNote },
        series: line(({ stats }) => stats.loopDelayMs.max),
      },
      {
        ...{ name: texts.memory, value: formats.bytes(rssBytes), note: texts.memoryNote },
        series: line(({ stats }) => stats.rssBytes),
      },
      {
        ...{ name: texts.heap, value: formats.bytes(heap?.usedBytes), note: texts.heapNote },
        series: line(({ stats }) => stats.heap?.usedBytes),
      },
      {
        ...{ name: texts.kernel, value: formats.bytes(kernel?.socketBytes), note: texts.kernelNote },
        series: line(({ stats }) => stats.kernel?.socketBytes),
      },
    ];
  });

  protected readonly charts = computed(() => {
    const { columns } = this.texts().cost;
    const one = (name: string, read: (rates: TransportRates) => number) => ({
      name,
      series: transportNames.map((transport) =>
        this.line(laneInks[transport], ({ rates }) => {
          const of = rates?.transports.get(transport);
          return of && read(of);
        }),
      ),
    });
    return [
      one(columns.out, ({ out }) => out),
      one(columns.requests, ({ requests }) => requests),
      one(columns.loop, ({ loop }) => loop),
      one(columns.rows, ({ rows }) => rows),
      one(columns.open, ({ open }) => open),
    ];
  });

  constructor() {
    const readings = inject(ServerStats).readings.subscribe((reading) => this.take(reading));
    const clock = setInterval(() => this.time.set(Date.now()), 500);
    inject(DestroyRef).onDestroy(() => {
      readings.unsubscribe();
      clearInterval(clock);
    });
  }

  protected readonly microseconds = (ms: number | undefined) => ms && 1_000 * ms;

  private take(reading: Reading): void {
    this.failed.set('failed' in reading ? reading.failed : undefined);
    if ('failed' in reading) return;
    this.readAt.set(Date.now());
    this.kept.update((kept) => {
      const before = kept.at(-1)?.stats;
      const rates = before && ratesBetween(before, reading.stats);
      return [...kept.slice(1 - KEPT), { stats: reading.stats, rates }];
    });
  }

  private line(ink: string, read: (kept: Kept) => number | undefined): SparkSeries {
    return { ink, values: this.kept().map(read) };
  }
}
