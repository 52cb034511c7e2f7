import { Component, computed, DOCUMENT, effect, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { setQuery } from '../../address/set-query';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { Language } from '../../language/language';
import { saveFile } from '../levers/save-file';
import { LabAbout } from '../operator/lab-about';
import { LabClosed } from '../operator/lab-closed';
import { LabRuns } from '../runs/lab-runs';
import { RaceNote } from '../runs/race-note';
import { RunRefused } from '../runs/run-refused';
import { labTexts } from '../texts/lab-texts';
import { cardTexts } from './card-texts';
import { claimSections, verdicts, type Verdict } from './claim';
import { ClaimCard } from './claim-card';
import { claimTexts } from './claim-texts';
import { claims } from './claims';
import { Measurements } from './measurements';
import { measurementsHtml } from './measurements-html';
import { saySeen } from './say-seen';
import { standingOf } from './standing';

/** Every claim as a card, with the verdict that the lab's measurements give it. */
@Component({
  selector: 'tw-claims-view',
  imports: [ClaimCard, LabClosed, RaceNote, RunRefused],
  templateUrl: './claims-view.html',
  styleUrls: ['../styles/button.css', '../styles/field.css', './claims-view.css'],
})
export class ClaimsView {
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly language = inject(Language);
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  private readonly claimWords = injectTexts(claimTexts);

  protected readonly measurements = inject(Measurements);
  protected readonly about = inject(LabAbout);
  protected readonly runs = inject(LabRuns);
  protected readonly texts = injectTexts(labTexts);
  protected readonly words = injectTexts(cardTexts);
  protected readonly formats = injectFormats();
  protected readonly sections = claimSections;
  protected readonly verdicts = verdicts;
  protected readonly total = claims.length;
  protected readonly section = computed(() =>
    claimSections.find((one) => one === this.query().get('section')),
  );
  protected readonly verdict = computed(() => verdicts.find((one) => one === this.query().get('verdict')));
  /** The claim that the address is about. */
  protected readonly only = computed(() => claims.find(({ id }) => id === this.query().get('claim'))?.id);

  private readonly all = computed(() =>
    claims.map((claim, index) => ({
      claim,
      words: this.claimWords().claims[index],
      standing: standingOf(claim, this.measurements.all() ?? []),
    })),
  );
  protected readonly shown = computed(() => {
    const [only, section, verdict] = [this.only(), this.section(), this.verdict()];
    if (only !== undefined) return this.all().filter(({ claim }) => claim.id === only);
    return this.all()
      .filter(({ claim }) => [claim.section, undefined].includes(section))
      .filter(({ standing }) => [standing.verdict, undefined].includes(verdict));
  });

  constructor() {
    let ended: string | undefined;
    effect(() => {
      if (this.about.open()) void this.runs.refresh();
    });
    // What an experiment has found is among the measurements as soon as it has ended.
    effect(() => {
      const latest = this.runs.recent().find(({ kind, state }) => kind === 'experiment' && state === 'done');
      if (latest && latest.id !== ended) void this.measurements.ask();
      ended = latest?.id;
    });
  }

  protected countOf(verdict: Verdict): number {
    return this.all().filter(({ standing }) => standing.verdict === verdict).length;
  }

  protected go(queryParams: Readonly<Record<string, string | null>>): void {
    void setQuery(this.router, queryParams, { replaceUrl: true });
  }

  protected save(kind: 'json' | 'html'): void {
    const measurements = this.measurements.all() ?? [];
    const name = `tickway-measurements.${kind}`;
    if (kind === 'json') {
      const text = JSON.stringify({ measurements }, null, 2);
      saveFile(this.document, { name, type: 'application/json', text });
    } else saveFile(this.document, { name, type: 'text/html', text: this.report() });
  }

  private report(): string {
    const [texts, labTexts, formats] = [this.words(), this.texts(), this.formats()];
    const { href } = this.document.defaultView?.location ?? {};
    return measurementsHtml(this.measurements.all() ?? [], {
      ...{ language: this.language.code(), texts },
      word: (verdict) => labTexts.claims.verdicts[verdict === 'not settled' ? 'unsettled' : verdict],
      seen: (measurement) => saySeen(measurement, texts, formats),
      cardOf: (claim) => new URL(`/lab/claims?claim=${claim}`, href).href,
    });
  }
}
