import { Component, computed, DOCUMENT, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { Topic } from '@tickway/protocol';
import { setQuery } from '../../address/set-query';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { Live } from '../../live/live';
import { injectMediaMatches } from '../../shell/inject-media-matches';
import { Race } from '../race/race';
import { RaceAbout } from '../race/race-about';
import { raceCsv, raceJson } from '../race/race-export';
import { windows, type WindowMs } from '../race/windows';
import { RaceReportButton } from '../report/race-report-button';
import { labTexts } from '../texts/lab-texts';
import { leversQuery, longPollWaits, pollingIntervals, raceTopics, type Levers } from './levers';
import { saveFile } from './save-file';
import { seedsOf } from './seeds-of';
import { WireLevers } from './wire-levers';

/** Silence of all five lanes that is worth telling, ms. */
const SILENT_AFTER_MS = 2_000;

/** What is raced, and whether: each lever goes into the address, and from there to the race. */
@Component({
  selector: 'tw-lever-bar',
  imports: [RaceAbout, RaceReportButton, WireLevers],
  templateUrl: './lever-bar.html',
  styleUrls: ['../styles/button.css', '../styles/field.css', './lever-bar.css'],
})
export class LeverBar {
  private readonly document = inject(DOCUMENT);
  private readonly live = inject(Live);
  private readonly router = inject(Router);
  protected readonly race = inject(Race);

  protected readonly texts = injectTexts(labTexts);
  protected readonly formats = injectFormats();
  protected readonly topics = raceTopics;
  protected readonly intervals = pollingIntervals;
  protected readonly waits = longPollWaits;
  protected readonly windows = windows;
  protected readonly levers = this.race.levers;
  protected readonly wide = injectMediaMatches('(min-width: 900px)');
  protected readonly runs = computed(() => this.race.state() === 'running' || this.race.state() === 'hidden');
  /** For how long nothing came, in words; absent while things come, polling's own interval allowed for. */
  protected readonly silence = computed(() => {
    const { silentMs } = this.race.figures();
    const isSilent = this.race.state() === 'running' && silentMs > SILENT_AFTER_MS;
    return isSilent ? this.texts().state.silent(this.formats().duration(silentMs)) : undefined;
  });
  protected readonly elapsedMs = computed(() => this.race.figures().elapsedMs);

  protected nameOf(topic: Topic): string {
    return new Map<string, string>(Object.entries(this.texts().topics)).get(topic) ?? topic;
  }

  protected run(runs: boolean): void {
    void this.go({ run: runs ? '1' : null });
  }

  protected pull(change: Partial<Levers>): void {
    void this.go(leversQuery({ ...this.levers(), ...change }));
  }

  /** At least one topic stays on: a race of nothing has no figures. */
  protected turn(topic: Topic, box: HTMLInputElement): void {
    const wished = raceTopics.filter((one) =>
      one === topic ? box.checked : this.levers().topics.includes(one),
    );
    if (wished.length === 0) box.checked = true;
    else this.pull({ topics: wished });
  }

  protected choose(lever: 'pollingIntervalMs' | 'longPollWaitMs', value: string): void {
    this.pull({ [lever]: Number(value) });
  }

  protected show(value: string): void {
    const windowMs = windows.find((one) => one === Number(value));
    if (windowMs !== undefined) this.pull({ windowMs });
  }

  protected measure(value: string): void {
    const of = raceTopics.find((topic) => topic === value);
    if (of) this.pull({ of });
  }

  protected isWindow(windowMs: WindowMs): boolean {
    return windowMs === this.levers().windowMs;
  }

  protected save(kind: 'json' | 'csv'): void {
    const { figures, levers, lanes } = this.race;
    const text =
      kind === 'csv'
        ? raceCsv(figures(), levers().topics)
        : raceJson({ figures: figures(), levers: levers(), ...this.about() }, lanes);
    const type = kind === 'csv' ? 'text/csv' : 'application/json';
    saveFile(this.document, { name: `tickway-race-${figures().startedAt ?? 0}.${kind}`, type, text });
  }

  private about() {
    const { location, navigator } = this.document.defaultView ?? {};
    return {
      address: location?.href ?? '',
      browser: navigator?.userAgent ?? '',
      seeds: seedsOf(this.live.feeds.state()?.state ?? new Map()),
    };
  }

  private go(queryParams: Readonly<Record<string, string | null>>): Promise<void> {
    return setQuery(this.router, queryParams, { replaceUrl: true });
  }
}
