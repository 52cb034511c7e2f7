import { Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { transportNames, type TransportName } from '@tickway/protocol';
import { setQuery } from '../address/set-query';
import { DEFAULT_TRANSPORT, Live } from '../live/live';
import { injectTexts } from '../language/inject-texts';
import { shellTexts } from './texts/shell-texts';

/** The five transports as radio buttons; the choice goes into the address, and from there to the connection. */
@Component({
  selector: 'tw-transport-switch',
  templateUrl: './transport-switch.html',
  styleUrl: './transport-switch.css',
})
export class TransportSwitch {
  private readonly router = inject(Router);
  private readonly live = inject(Live);

  protected readonly texts = injectTexts(shellTexts);
  protected readonly names = transportNames;
  protected readonly chosen = computed(() => this.live.status().switchingTo ?? this.live.status().transport);

  protected choose(transport: TransportName): void {
    const named = transport === DEFAULT_TRANSPORT ? null : transport;
    void setQuery(this.router, { transport: named }, { replaceUrl: true });
  }
}
