import { Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { limitsParameters } from '../address/limits-in';
import { setQuery } from '../address/set-query';
import { injectFormats } from '../language/inject-formats';
import { injectTexts } from '../language/inject-texts';
import { Live } from '../live/live';
import { Menu } from '../shell/menu';
import { quotesTexts } from './texts/quotes-texts';

/** Steps of the sliders; past the last one there is no limit. Takes a second, and bytes a second. */
const FREQUENCIES = [0.2, 0.5, 1, 2, 5, 10, 20] as const;
const BANDWIDTHS = [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000] as const;

/** The viewer's own limits: how often and how much the page may be told, and what merging that costs. */
@Component({
  selector: 'tw-limits-menu',
  imports: [Menu],
  templateUrl: './limits-menu.html',
  styleUrl: './menu-form.css',
})
export class LimitsMenu {
  private readonly live = inject(Live);
  private readonly router = inject(Router);
  private readonly formats = injectFormats();

  protected readonly texts = injectTexts(quotesTexts);
  protected readonly steps = FREQUENCIES.length;
  protected readonly frequency = computed(() => stepOf(this.live.limits().maxFrequency, FREQUENCIES));
  protected readonly bandwidth = computed(() => stepOf(this.live.limits().maxBandwidth, BANDWIDTHS));
  protected readonly limited = computed(() => Object.keys(this.live.limits()).length > 0);
  protected readonly frequencyText = computed(() => {
    const { none, perSecond } = this.texts().limits;
    const { maxFrequency } = this.live.limits();
    if (maxFrequency === undefined) return none;
    return perSecond(this.formats().number(maxFrequency, maxFrequency < 1 ? 1 : 0));
  });
  protected readonly bandwidthText = computed(() => {
    const { none, bytesPerSecond } = this.texts().limits;
    const { maxBandwidth } = this.live.limits();
    return maxBandwidth === undefined ? none : bytesPerSecond(this.formats().bytes(maxBandwidth));
  });
  protected readonly merged = computed(() =>
    this.texts().limits.merged(this.formats().count(this.live.meter().merged)),
  );

  protected limitFrequency(event: Event): void {
    this.limit(FREQUENCIES[valueOf(event)], this.live.limits().maxBandwidth);
  }

  protected limitBandwidth(event: Event): void {
    this.limit(this.live.limits().maxFrequency, BANDWIDTHS[valueOf(event)]);
  }

  private limit(maxFrequency: number | undefined, maxBandwidth: number | undefined): void {
    const limits = {
      ...(maxFrequency !== undefined && { maxFrequency }),
      ...(maxBandwidth !== undefined && { maxBandwidth }),
    };
    this.live.limit(limits);
    void setQuery(this.router, limitsParameters(limits), { replaceUrl: true });
  }
}

const valueOf = ({ target }: Event) =>
  target instanceof HTMLInputElement ? target.valueAsNumber : FREQUENCIES.length;

/** Where a slider stands for a limit: at its end for none. */
function stepOf(limit: number | undefined, steps: readonly number[]): number {
  if (limit === undefined) return steps.length;
  // One that an address states may lie between two steps.
  const at = steps.findIndex((step) => step >= limit);
  return at < 0 ? steps.length - 1 : at;
}
