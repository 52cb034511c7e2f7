import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { setQuery } from '../../address/set-query';
import { injectTexts } from '../../language/inject-texts';
import { OperatorField } from '../operator/operator-field';
import { networkText } from './network-text';
import { OwnWay } from './own-way';
import { networkTexts } from './texts/network-texts';

/** On every view of the lab: through which network the race runs, or why it cannot. */
@Component({
  selector: 'tw-network-note',
  imports: [OperatorField, RouterLink],
  templateUrl: './network-note.html',
  styleUrls: ['../styles/button.css', './network-note.css'],
})
export class NetworkNote {
  private readonly router = inject(Router);
  protected readonly way = inject(OwnWay);
  protected readonly texts = injectTexts(networkTexts);
  private readonly time = signal(Date.now());

  protected readonly network = computed(() => {
    const wanted = this.way.wanted();
    if (!wanted) return undefined;
    const text = networkText(wanted);
    return text === 'clear' ? this.texts().clear : text.replaceAll(',', ' · ');
  });
  protected readonly state = computed(() => {
    const [state, texts] = [this.way.state(), this.texts().state];
    if (state.type !== 'open') return state.type === 'opening' ? texts.opening : undefined;
    const seconds = (this.way.pulledUntil() - this.time()) / 1_000;
    if (seconds <= 0) return texts.open(new URL(state.gateway.origin).host);
    return texts.pulled(`${Math.max(1, Math.round(seconds))}`);
  });
  protected readonly refusal = computed(() => {
    const state = this.way.state();
    if (state.type !== 'refused') return undefined;
    const [what = '', toDo = ''] = this.texts().refused[state.reason];
    return { what, toDo, reason: state.reason, message: state.message };
  });

  constructor() {
    const clock = setInterval(() => this.time.set(Date.now()), 500);
    inject(DestroyRef).onDestroy(() => clearInterval(clock));
  }

  protected goDirect(): void {
    void setQuery(this.router, { network: null }, { replaceUrl: true });
  }
}
