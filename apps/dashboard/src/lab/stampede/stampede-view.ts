import { Component, computed, DOCUMENT, effect, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { BadShape } from '@tickway/report';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { Language } from '../../language/language';
import { saveFile } from '../levers/save-file';
import { LabAbout } from '../operator/lab-about';
import { LabClosed } from '../operator/lab-closed';
import { CopyCommand } from '../runs/copy-command';
import { LabRuns } from '../runs/lab-runs';
import { RaceNote } from '../runs/race-note';
import type { Run } from '../runs/run';
import { RunProgress } from '../runs/run-progress';
import { RunRefused } from '../runs/run-refused';
import { runTexts } from '../runs/texts/run-texts';
import { BinChart, type BinSeries } from './bin-chart';
import { saySeen } from './say-seen';
import { stampedeIn, stampedeQuery } from './stampede-asked';
import { stampedeColumns } from './stampede-columns';
import { machineOf, stampedeCsv, stampedeHtml, stampedeLabel, type StampedeWriting } from './stampede-export';
import { StampedeForm } from './stampede-form';
import { parseStampede, type StampedeResult } from './stampede-result';
import { stampedeTexts } from './texts/stampede-texts';

/** How many runs are laid over each other; more than this nobody can tell apart. */
const MOST = 4;
const inks = ['var(--bad)', 'var(--accent)', 'var(--focus)', 'var(--warn)'] as const;
/** How much time after the last request is drawn, ms. */
const BEYOND_MS = 60;

/** Many viewers and one moment: requests and the server's lateness by 10 ms, runs over each other. */
@Component({
  selector: 'tw-stampede-view',
  imports: [BinChart, CopyCommand, LabClosed, RaceNote, RunProgress, RunRefused, StampedeForm],
  templateUrl: './stampede-view.html',
  styleUrls: [
    '../styles/card.css',
    '../styles/figures-table.css',
    '../styles/button.css',
    '../styles/field.css',
    '../styles/swatch.css',
    '../runs/runs-view.css',
    './stampede-view.css',
  ],
})
export class StampedeView {
  private readonly document = inject(DOCUMENT);
  private readonly language = inject(Language);
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  private readonly hidden = signal<ReadonlySet<string>>(new Set());

  protected readonly about = inject(LabAbout);
  protected readonly runs = inject(LabRuns);
  protected readonly texts = injectTexts(stampedeTexts);
  protected readonly runWords = injectTexts(runTexts);
  protected readonly formats = injectFormats();
  protected readonly columns = stampedeColumns;
  protected readonly asked = computed(() => stampedeIn(this.query()));

  /** The latest runs that came to an end, newest first. */
  private readonly ended = computed(() =>
    this.runs
      .recent()
      .filter(({ kind, state }) => kind === 'stampede' && state === 'done')
      .slice(0, MOST),
  );
  protected readonly shown = computed(() =>
    this.ended().flatMap((run, index) => {
      const result = resultOf(run);
      return result
        ? [
            {
              run,
              result,
              label: stampedeLabel(result, this.writing()),
              ink: inks[index % MOST] ?? '',
              on: !this.hidden().has(run.id),
            },
          ]
        : [];
    }),
  );
  protected readonly failed = computed(() => {
    const [latest] = this.runs.recent();
    return latest?.kind === 'stampede' && latest.state === 'failed' ? (latest.why ?? '') : undefined;
  });

  private readonly drawn = computed(() => this.shown().filter(({ on }) => on));
  private readonly untilMs = computed(
    () =>
      BEYOND_MS +
      Math.max(100, ...this.drawn().map(({ result }) => Math.max(result.spikeMs, result.asked.jitterMs))),
  );
  protected readonly requests = computed(() =>
    this.drawn().flatMap((one) => [...requestSeries(one, this.untilMs())]),
  );
  protected readonly delays = computed(() =>
    this.drawn().map(({ result, label, ink }): BinSeries => ({
      ...{ label, ink, kind: 'dots' },
      points: points(result.delayMs, result.binMs, this.untilMs()),
    })),
  );
  protected readonly formulas = computed(() =>
    this.drawn()
      .filter(({ result }) => result.peak > 0 && result.asked.jitterMs > 0)
      .map(({ ink, result: { asked, plateau } }) => {
        const { count, duration, number } = this.formats();
        return {
          ink,
          text: this.texts().plateau(count(asked.viewers), duration(asked.jitterMs), number(plateau)),
        };
      }),
  );
  protected readonly latest = computed(() => this.drawn()[0]);
  protected readonly seen = computed(() => {
    const [latest, ...others] = this.drawn().map(({ result }) => result);
    return latest ? saySeen(latest, others, this.writing()) : [];
  });

  constructor() {
    effect(() => {
      if (this.about.open()) void this.runs.refresh();
    });
    effect(() => {
      for (const run of this.ended()) void this.runs.want(run);
    });
  }

  protected start(): void {
    void this.runs.start({ kind: 'stampede', ...this.asked() });
  }

  protected turn({ id }: Run, on: boolean): void {
    this.hidden.update((hidden) => new Set(on ? [...hidden].filter((one) => one !== id) : [...hidden, id]));
  }

  protected sampleOf(result: StampedeResult): string {
    const age = this.formats().duration(Math.max(0, Date.now() - Date.parse(result.date)));
    return this.texts().about(this.formats().count(result.repeats), age, machineOf(result));
  }

  protected save(kind: 'json' | 'csv' | 'html', { run, result }: Shown): void {
    const name = `tickway-stampede-${run.id}.${kind}`;
    const address = new URL(this.document.defaultView?.location.href ?? '');
    for (const [key, value] of Object.entries(stampedeQuery(result.asked)))
      if (value === null) address.searchParams.delete(key);
      else address.searchParams.set(key, value);
    const texts = {
      json: () => JSON.stringify(run.result, null, 2),
      csv: () => stampedeCsv(result),
      html: () => stampedeHtml(result, { ...this.writing(), address: address.href }),
    };
    saveFile(this.document, {
      name,
      type: kind === 'json' ? 'application/json' : `text/${kind}`,
      text: texts[kind](),
    });
  }

  private writing(): StampedeWriting {
    return { texts: this.texts(), formats: this.formats(), language: this.language.code() };
  }
}

/** A run and what is shown of it. */
interface Shown {
  readonly run: Run;
  readonly result: StampedeResult;
}

interface Drawn {
  readonly result: StampedeResult;
  readonly label: string;
  readonly ink: string;
}

/** What was counted, and above it, where there is a spread, what arithmetic says. */
function requestSeries({ result, label, ink }: Drawn, untilMs: number): readonly BinSeries[] {
  const { requests, binMs, asked, plateau, peak } = result;
  const measured: BinSeries = { label, ink, kind: 'dots', points: points(requests, binMs, untilMs) };
  if (asked.jitterMs === 0 || peak === 0) return [measured];
  const formula = [
    [0, plateau],
    [asked.jitterMs, plateau],
  ] as const;
  return [measured, { label: `${label} =`, ink, kind: 'line', points: formula }];
}

const points = (values: readonly (number | undefined)[], binMs: number, untilMs: number) =>
  values
    .slice(0, Math.ceil(untilMs / binMs))
    .flatMap((value, index) => (value === undefined ? [] : [[index * binMs, value] as const]));

function resultOf({ result }: Run): StampedeResult | undefined {
  if (result === undefined) return undefined;
  try {
    return parseStampede(result);
  } catch (error) {
    // A lab of another version: there is nothing to draw.
    if (error instanceof BadShape) return undefined;
    throw error;
  }
}
