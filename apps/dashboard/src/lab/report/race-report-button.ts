import { Component, DOCUMENT, inject } from '@angular/core';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { Language } from '../../language/language';
import { Live } from '../../live/live';
import { saveFile } from '../levers/save-file';
import { seedsOf } from '../levers/seeds-of';
import { Race } from '../race/race';
import { labTexts } from '../texts/lab-texts';
import { raceHtml } from './race-html';
import { reportTexts } from './report-texts';

/** The button that gives the race as one HTML file. */
@Component({
  selector: 'tw-race-report',
  template: `<button type="button" (click)="save()">{{ texts().save }}</button>`,
  styleUrl: '../styles/button.css',
})
export class RaceReportButton {
  private readonly race = inject(Race);
  private readonly live = inject(Live);
  private readonly language = inject(Language);
  private readonly document = inject(DOCUMENT);
  private readonly labWords = injectTexts(labTexts);
  private readonly formats = injectFormats();
  protected readonly texts = injectTexts(reportTexts);

  protected save(): void {
    const { figures, levers, lanes } = this.race;
    const text = raceHtml(
      { ...{ figures: figures(), levers: levers(), lanes }, ...this.about() },
      {
        ...{ language: this.language.code(), texts: this.texts() },
        ...{ labTexts: this.labWords(), formats: this.formats() },
      },
    );
    saveFile(this.document, {
      ...{ name: `tickway-race-${figures().startedAt ?? 0}.html`, type: 'text/html', text },
    });
  }

  private about() {
    const { location, navigator } = this.document.defaultView ?? {};
    return {
      ...{ address: location?.href ?? '', browser: navigator?.userAgent ?? '' },
      seeds: seedsOf(this.live.feeds.state()?.state ?? new Map()),
    };
  }
}
