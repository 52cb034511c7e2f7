import { Component, computed, inject, input, output } from '@angular/core';
import { Router } from '@angular/router';
import { transportNames, type TransportName } from '@tickway/protocol';
import { setQuery } from '../../address/set-query';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { sameNetwork } from '../network/network';
import { networkText } from '../network/network-text';
import { presets } from '../network/presets';
import { networkTexts } from '../network/texts/network-texts';
import { loadBounds, loadQuery, type LoadAsked } from './load-asked';
import { runTexts } from './texts/run-texts';

/** What a transport takes beside what is measured, s: its server's start, the time without viewers, their coming. */
const BESIDE_S = 15;

/** What a load run is to be; all of it stands in the address. */
@Component({
  selector: 'tw-load-form',
  templateUrl: './load-form.html',
  styleUrl: './run-form.css',
})
export class LoadForm {
  readonly asked = input.required<LoadAsked>();
  /** Whether it may be started now. */
  readonly free = input.required<boolean>();
  readonly start = output();

  private readonly router = inject(Router);
  protected readonly texts = injectTexts(runTexts);
  protected readonly networkNames = injectTexts(networkTexts);
  protected readonly formats = injectFormats();
  protected readonly names = transportNames;
  protected readonly bounds = loadBounds;
  protected readonly presets = presets;

  protected readonly takes = computed(() => {
    const { transports, seconds } = this.asked();
    return this.formats().duration(transports.length * (seconds + BESIDE_S) * 1_000);
  });
  /** The preset that the network is; empty: none; otherwise the network itself, spelled. */
  protected readonly chosen = computed(() => {
    const { network } = this.asked();
    if (!network) return '';
    return presets.find((one) => sameNetwork(one.network, network))?.id ?? networkText(network);
  });
  protected readonly own = computed(() => {
    const network = this.chosen();
    return network !== '' && !presets.some(({ id }) => id === network) ? network : undefined;
  });

  /** At least one transport stays on. */
  protected turn(name: TransportName, box: HTMLInputElement): void {
    const transports = transportNames.filter((one) =>
      one === name ? box.checked : this.asked().transports.includes(one),
    );
    if (transports.length === 0) box.checked = true;
    else this.go({ transports });
  }

  /** What is no number is as before; nothing, where that means something, is nothing. */
  protected set(name: 'viewers' | 'seconds' | 'rate', box: HTMLInputElement): void {
    const value = Math.min(this.bounds[name], Math.max(1, Math.round(box.valueAsNumber)));
    if (Number.isFinite(value)) this.go({ [name]: value });
    else if (name === 'rate') this.go({ rate: undefined });
    box.value = Number.isFinite(value) ? `${value}` : `${name === 'rate' ? '' : this.asked()[name]}`;
  }

  protected through(chosen: string): void {
    const preset = presets.find(({ id }) => id === chosen);
    if (preset || chosen === '') this.go({ network: preset?.network });
  }

  protected submit(event: Event): void {
    event.preventDefault();
    this.start.emit();
  }

  private go(change: LoadChange): void {
    const { rate, network, ...rest } = { ...this.asked(), ...change };
    const asked = { ...rest, ...(rate !== undefined && { rate }), ...(network && { network }) };
    void setQuery(this.router, loadQuery(asked), { replaceUrl: true });
  }
}

/** What is to be otherwise; `undefined` takes it away. */
type LoadChange = Partial<Omit<LoadAsked, 'rate' | 'network'>> & {
  readonly rate?: number | undefined;
  readonly network?: LoadAsked['network'] | undefined;
};
