import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { setQuery } from '../../address/set-query';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { Race } from '../race/race';
import { labTexts } from '../texts/lab-texts';
import { claimSections, verdicts, type Claim } from './claim';
import { claimTexts } from './claim-texts';
import { claims } from './claims';
import { fillIn } from './fill-in';
import { measure } from './measures';

/** Every claim as a card: what is said, what decides it, what becomes of it, and what the race measures of it. */
@Component({
  selector: 'tw-claims-view',
  templateUrl: './claims-view.html',
  styleUrl: './claims-view.css',
})
export class ClaimsView {
  private readonly race = inject(Race);
  private readonly router = inject(Router);
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  private readonly words = injectTexts(claimTexts);

  protected readonly texts = injectTexts(labTexts);
  protected readonly formats = injectFormats();
  protected readonly sections = claimSections;
  protected readonly verdicts = verdicts;
  protected readonly total = claims.length;
  protected readonly section = computed(() =>
    claimSections.find((one) => one === this.query().get('section')),
  );
  protected readonly verdict = computed(() => verdicts.find((one) => one === this.query().get('verdict')));
  protected readonly started = computed(() => this.race.figures().startedAt !== undefined);

  protected readonly shown = computed(() =>
    claims
      .filter((claim) => [claim.section, undefined].includes(this.section()))
      .filter((claim) => [claim.verdict, undefined].includes(this.verdict()))
      .map((claim) => ({
        ...claim,
        words: this.words().claims[claim.number - 1],
        measured: this.measured(claim),
      })),
  );

  protected countOf(verdict: Claim['verdict']): number {
    return claims.filter((claim) => claim.verdict === verdict).length;
  }

  protected go(queryParams: Readonly<Record<string, string | null>>): void {
    void setQuery(this.router, queryParams, { replaceUrl: true });
  }

  private measured({ measure: name }: Claim) {
    if (name === 'text') return { said: this.texts().claims.byText };
    if (name === 'elsewhere') return { said: this.texts().claims.notHere };
    const [race, levers, formats] = [this.race.figures(), this.race.levers(), this.formats()];
    const found = measure(name, { race, levers, formats });
    if (!found) return { said: this.texts().claims.notYet };
    const age = formats.duration(Math.max(0, this.race.now() - found.at));
    return {
      said: fillIn(this.words().measured[name], found.figures),
      sample: this.texts().claims.sample(formats.count(found.samples), age),
    };
  }
}
