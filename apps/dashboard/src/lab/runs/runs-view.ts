import { Component, computed, DOCUMENT, effect, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { BadShape } from '@tickway/report';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { Language } from '../../language/language';
import { saveFile } from '../levers/save-file';
import { LabAbout } from '../operator/lab-about';
import { LabClosed } from '../operator/lab-closed';
import { CopyCommand } from './copy-command';
import { LabRuns } from './lab-runs';
import { loadBody, loadIn } from './load-asked';
import { loadCsv, loadHtml, loadTable, machineText, type Writing } from './load-export';
import { LoadForm } from './load-form';
import { parseLoadResult, type LoadResult } from './load-result';
import { RaceNote } from './race-note';
import type { Run } from './run';
import { RunProgress } from './run-progress';
import { RunRefused } from './run-refused';
import { runTexts } from './texts/run-texts';

/** Load runs of the server's lab: what to run, what is running, what was found. */
@Component({
  selector: 'tw-runs-view',
  imports: [CopyCommand, LabClosed, LoadForm, RaceNote, RouterLink, RunProgress, RunRefused],
  templateUrl: './runs-view.html',
  styleUrls: ['../styles/card.css', '../styles/figures-table.css', '../styles/button.css', './runs-view.css'],
})
export class RunsView {
  private readonly document = inject(DOCUMENT);
  private readonly language = inject(Language);
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  private readonly chosen = signal<string | undefined>(undefined);

  protected readonly about = inject(LabAbout);
  protected readonly runs = inject(LabRuns);
  protected readonly texts = injectTexts(runTexts);
  protected readonly formats = injectFormats();
  protected readonly asked = computed(() => loadIn(this.query()));

  /** The run whose result is shown: the chosen one, or the latest load run that came to an end. */
  protected readonly shown = computed(() => {
    const ended = this.runs.recent().filter(({ kind, state }) => kind === 'load' && state !== 'running');
    return ended.find(({ id }) => id === this.chosen()) ?? ended[0];
  });
  protected readonly result = computed(() => resultOf(this.shown()));
  protected readonly table = computed(() => {
    const result = this.result();
    return typeof result === 'object' ? loadTable(result, this.writing()) : undefined;
  });
  protected readonly sample = computed(() => {
    const result = this.result();
    if (typeof result !== 'object') return undefined;
    const [row] = result.rows;
    const seconds = this.formats().duration((row?.seconds ?? 0) * 1_000);
    const sample = this.texts().sample(
      this.formats().count(row?.viewers),
      seconds,
      this.ago(Date.parse(result.date)),
    );
    return this.texts().about(sample, machineText(result), `${result.seed}`);
  });

  constructor() {
    effect(() => {
      if (this.about.open()) void this.runs.refresh();
    });
    effect(() => {
      const shown = this.shown();
      if (shown) void this.runs.want(shown);
    });
  }

  protected start(): void {
    void this.runs.start(loadBody(this.asked()));
  }

  protected show({ id }: Run): void {
    this.chosen.set(id);
  }

  protected ago(at: number): string {
    return this.formats().duration(Math.max(0, Date.now() - at));
  }

  protected save(kind: 'json' | 'csv' | 'html', run: Run): void {
    const result = this.result();
    const name = `tickway-load-${run.id}.${kind}`;
    if (kind === 'json')
      saveFile(this.document, { name, type: 'application/json', text: JSON.stringify(run.result, null, 2) });
    else if (typeof result === 'object') saveFile(this.document, this.fileOf(kind, result, name));
  }

  private fileOf(kind: 'csv' | 'html', result: LoadResult, name: string) {
    if (kind === 'csv') return { name, type: 'text/csv', text: loadCsv(result) };
    const address = this.document.defaultView?.location.href ?? '';
    return { name, type: 'text/html', text: loadHtml(result, { ...this.writing(), address }) };
  }

  private writing(): Writing {
    return { texts: this.texts(), formats: this.formats(), language: this.language.code() };
  }
}

/** What a run found; `unreadable` when it is not what this page knows. */
function resultOf(run: Run | undefined): LoadResult | 'unreadable' | undefined {
  if (run?.result === undefined) return undefined;
  try {
    return parseLoadResult(run.result);
  } catch (error) {
    // A lab of another version.
    if (error instanceof BadShape) return 'unreadable';
    throw error;
  }
}
