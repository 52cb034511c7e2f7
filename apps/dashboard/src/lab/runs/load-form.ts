import { Component, computed, inject, input, output } from '@angular/core';
import { Router } from '@angular/router';
import { transportNames, type TransportName } from '@tickway/protocol';
import { setQuery } from '../../address/set-query';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { ChoiceField } from '../fields/choice-field';
import { NumberField } from '../fields/number-field';
import type { Wire } from '../levers/wire';
import { WireLevers } from '../levers/wire-levers';
import { sameNetwork } from '../network/network';
import { networkText } from '../network/network-text';
import { presets } from '../network/presets';
import { networkTexts } from '../network/texts/network-texts';
import { loadBounds, loadQuery, type LoadAsked } from './load-asked';
import { RunForm } from './run-form';
import { runTexts } from './texts/run-texts';

/** What a transport takes beside what is measured, s: its server's start, the time without viewers, their coming. */
const BESIDE_S = 15;

/** What a load run is to be; all of it stands in the address. */
@Component({
  selector: 'tw-load-form',
  imports: [ChoiceField, NumberField, RunForm, WireLevers],
  templateUrl: './load-form.html',
  styleUrl: '../styles/field.css',
  styles: `
    .boxes {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px var(--space-3);
      min-height: 28px;
    }
  `,
})
export class LoadForm {
  readonly asked = input.required<LoadAsked>();
  readonly start = output();

  private readonly router = inject(Router);
  protected readonly texts = injectTexts(runTexts);
  private readonly networkNames = injectTexts(networkTexts);
  protected readonly formats = injectFormats();
  protected readonly names = transportNames;
  protected readonly bounds = loadBounds;

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
  /** None, the presets, and what the address has beside them. */
  protected readonly networks = computed(() => {
    const [{ networkNone, networkOwn }, { names }] = [this.texts(), this.networkNames().presets];
    const known = [
      { value: '', text: networkNone },
      ...presets.map(({ id }) => ({ value: id, text: names[id] })),
    ];
    const chosen = this.chosen();
    const isKnown = known.some(({ value }) => value === chosen);
    return isKnown ? known : [...known, { value: chosen, text: networkOwn(chosen) }];
  });

  /** At least one transport stays on. */
  protected turn(name: TransportName, box: HTMLInputElement): void {
    const transports = transportNames.filter((one) =>
      one === name ? box.checked : this.asked().transports.includes(one),
    );
    if (transports.length === 0) box.checked = true;
    else this.go({ transports });
  }

  protected set(name: 'viewers' | 'seconds', value: number | undefined): void {
    if (value !== undefined) this.go({ [name]: value });
  }

  protected pull(change: Partial<Wire>): void {
    this.go({ wire: { ...this.asked().wire, ...change } });
  }

  protected through(chosen: string): void {
    const preset = presets.find(({ id }) => id === chosen);
    if (preset || chosen === '') this.go({ network: preset?.network });
  }

  protected go(change: LoadChange): void {
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
