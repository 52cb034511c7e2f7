import { computed, DOCUMENT, effect, inject, Service, signal } from '@angular/core';
import { Language } from '../language/language';
import { Device } from './device';

/** Which colours say up and down. Signs say it too, in every scheme. */
export const colourSchemes = ['green-up', 'red-up', 'safe'] as const;
export type ColourScheme = (typeof colourSchemes)[number];

/** Colours of rise and fall: those of the language's markets until the viewer chooses, kept on this device. */
@Service()
export class Colours {
  private readonly document = inject(DOCUMENT);
  private readonly device = inject(Device);
  private readonly language = inject(Language);
  private readonly chosen = signal(schemeOf(this.device.read('colours')));

  /** The scheme now. */
  readonly scheme = computed(
    (): ColourScheme => this.chosen() ?? (this.language.code() === 'ko' ? 'red-up' : 'green-up'),
  );

  constructor() {
    effect(() => (this.document.documentElement.dataset.colours = this.scheme()));
  }

  /** Takes a scheme, and remembers it. */
  choose(scheme: ColourScheme): void {
    this.chosen.set(scheme);
    this.device.write('colours', scheme);
  }
}

const schemeOf = (value: unknown) => colourSchemes.find((scheme) => scheme === value);
