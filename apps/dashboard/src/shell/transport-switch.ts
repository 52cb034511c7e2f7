import { Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { transportNames } from '@tickway/protocol';
import { setQuery } from '../address/set-query';
import { Live } from '../live/live';
import { DEFAULT_CHOICE, type TransportChoice } from '../live/transport-choice';
import { injectTexts } from '../language/inject-texts';
import { shellTexts } from './texts/shell-texts';

/** Auto mode and the five transports as radio buttons; the choice goes into the address, and from there to the connection. */
@Component({
  selector: 'tw-transport-switch',
  templateUrl: './transport-switch.html',
  styleUrl: './transport-switch.css',
})
export class TransportSwitch {
  private readonly router = inject(Router);
  private readonly live = inject(Live);

  protected readonly texts = injectTexts(shellTexts);
  protected readonly choices: readonly TransportChoice[] = ['auto', ...transportNames];
  private readonly carrier = computed(() => this.live.status().switchingTo ?? this.live.status().transport);
  protected readonly chosen = computed(() => (this.live.choice() === 'auto' ? 'auto' : this.carrier()));
  /** The transport that auto mode is on. */
  protected readonly carrying = computed(() =>
    this.live.choice() === 'auto' ? this.live.status().transport : undefined,
  );

  protected choose(choice: TransportChoice): void {
    const named = choice === DEFAULT_CHOICE ? null : choice;
    void setQuery(this.router, { transport: named }, { replaceUrl: true });
  }
}
