import { Component } from '@angular/core';
import { injectReplayWish } from './replay-wish';
import { ReplayBar } from './replay-bar';

/** Where the past is shown when the address asks for it; its code loads only then. */
@Component({
  selector: 'tw-replay-slot',
  imports: [ReplayBar],
  template: `
    @if (wish()) {
      @defer (on immediate) {
        <tw-replay-bar />
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }
    /* A phone's pages are tabs fixed to the lower edge, for which the page above leaves room already. */
    @media (max-width: 899px) {
      tw-replay-bar {
        margin: calc(-49px - env(safe-area-inset-bottom)) 0 calc(49px + env(safe-area-inset-bottom));
      }
    }
  `,
})
export class ReplaySlot {
  protected readonly wish = injectReplayWish();
}
