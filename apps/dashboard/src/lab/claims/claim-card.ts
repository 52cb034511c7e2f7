import { Component, computed, inject, input } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import type { ClaimVerdict } from '@tickway/report';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { Language } from '../../language/language';
import { LabAbout } from '../operator/lab-about';
import { Race } from '../race/race';
import { LabRuns } from '../runs/lab-runs';
import { RunProgress } from '../runs/run-progress';
import { labTexts } from '../texts/lab-texts';
import { cardTexts } from './card-texts';
import type { Claim, ClaimTexts } from './claim';
import { claimTexts } from './claim-texts';
import { EvidenceDetails } from './evidence-details';
import { fillIn } from './fill-in';
import { FindingPlot } from './finding-plot';
import { measure } from './measures';
import { saySeen } from './say-seen';
import type { KnownMeasurement, Standing } from './standing';

/** One claim: what is said, what becomes of it and by which numbers, the prediction beside them, and the button that measures again. */
@Component({
  selector: 'tw-claim-card',
  imports: [EvidenceDetails, FindingPlot, RouterLink, RunProgress],
  templateUrl: './claim-card.html',
  styleUrls: ['../styles/card.css', '../styles/button.css', './claim-card.css'],
  host: { class: 'card', '[attr.data-verdict]': 'standing().verdict' },
})
export class ClaimCard {
  readonly claim = input.required<Claim>();
  readonly words = input.required<ClaimTexts | undefined>();
  readonly standing = input.required<Standing>();

  private readonly race = inject(Race);
  private readonly language = inject(Language);
  private readonly sentences = injectTexts(claimTexts);
  protected readonly route = inject(ActivatedRoute);
  protected readonly about = inject(LabAbout);
  protected readonly runs = inject(LabRuns);
  protected readonly texts = injectTexts(cardTexts);
  protected readonly labWords = injectTexts(labTexts);
  protected readonly formats = injectFormats();

  /** The first plot of what carries the verdict. */
  protected readonly plot = computed(
    () => this.standing().evidence.flatMap(({ measurement }) => measurement.finding.plots)[0],
  );
  /** What can be run of it: what carries its verdict, else whatever is about it. */
  protected readonly experiment = computed(() => {
    const { id } = this.claim();
    const [carrying] = this.standing().evidence;
    const about = this.about.experiments();
    const named = about.find(({ name }) => name === carrying?.measurement.name);
    return (named ?? about.find(({ claims }) => claims.includes(id)))?.name;
  });
  protected readonly running = computed(() => {
    const [run, name] = [this.runs.running(), this.experiment()];
    return name !== undefined && run?.experiment === name ? run : undefined;
  });
  protected readonly failed = computed(() => {
    const name = this.experiment();
    const latest = this.runs.recent().find(({ experiment }) => experiment === name);
    return name !== undefined && latest?.state === 'failed' ? latest.why : undefined;
  });

  /** What the race in this page says of it. */
  protected readonly inRace = computed(() => {
    const name = this.claim().inRace;
    if (name === undefined) return undefined;
    const [race, levers, formats] = [this.race.figures(), this.race.levers(), this.formats()];
    const found = measure(name, { race, levers, formats });
    if (!found) return undefined;
    const age = formats.duration(Math.max(0, this.race.now() - found.at));
    return {
      said: fillIn(this.sentences().measured[name], found.figures),
      sample: this.labWords().claims.sample(formats.count(found.samples), age),
    };
  });

  protected because({ because, becauseKo }: ClaimVerdict): string {
    return this.language.code() === 'ko' ? becauseKo : because;
  }

  protected word(verdict: ClaimVerdict['verdict']): string {
    const { verdicts } = this.labWords().claims;
    return verdicts[verdict === 'not settled' ? 'unsettled' : verdict];
  }

  protected seen(measurement: KnownMeasurement): string {
    return saySeen(measurement, this.texts(), this.formats());
  }

  protected run(name: string, quick: boolean): void {
    void this.runs.start({ kind: 'experiment', name, ...(quick && { quick }) });
  }
}
