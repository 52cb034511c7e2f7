import { Component, inject } from '@angular/core';
import { VehicleMap } from '../map/vehicle-map';
import { QuoteBoard } from '../quotes/quote-board';
import { injectMediaMatches } from '../shell/inject-media-matches';
import { SceneChoice } from '../shell/scene-choice';

/** Quotes and map side by side; where there is no room for both, the quotes (the map has its own page). */
@Component({
  selector: 'tw-overview',
  imports: [QuoteBoard, VehicleMap],
  template: `
    <tw-quote-board />
    @if (wide()) {
      @defer (on immediate) {
        @for (scene of [scenes.shown()]; track scene) {
          <tw-vehicle-map />
        }
      } @placeholder {
        <div></div>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template: minmax(0, 1fr) / minmax(520px, 6fr) 7fr;
      height: 100%;
    }
    tw-quote-board {
      border-right: 1px solid var(--line);
    }
    @media (max-width: 899px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
      tw-quote-board {
        border-right: 0;
      }
    }
  `,
})
export class Overview {
  protected readonly scenes = inject(SceneChoice);
  protected readonly wide = injectMediaMatches('(min-width: 900px)');
}
