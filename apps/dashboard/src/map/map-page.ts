import { Component, inject, signal } from '@angular/core';
import { injectTexts } from '../language/inject-texts';
import { injectMediaMatches } from '../shell/inject-media-matches';
import { SceneChoice } from '../shell/scene-choice';
import { en } from './texts/en';
import { ko } from './texts/ko';
import { FleetChoice } from './fleet-choice';
import { FencePanel } from './fences/fence-panel';
import { VehicleList } from './vehicle-list';
import { VehicleMap } from './vehicle-map';

/** The map and the list of its vehicles, side by side; on a narrow page the list comes up over the map's lower half. */
@Component({
  selector: 'tw-map-page',
  imports: [FencePanel, VehicleList, VehicleMap],
  template: `
    <!-- Another scene is another map: nothing of the one before stays. -->
    @for (scene of [scenes.shown()]; track scene) {
      <tw-vehicle-map #map />
      @if (!narrow() || open()) {
        <div class="beside">
          <tw-vehicle-list (chosen)="map.goTo($event); uncover()" />
          @if (scene === 'nyc') {
            <tw-fence-panel />
          }
        </div>
      }
    }
    @if (narrow()) {
      <button type="button" [attr.aria-expanded]="open()" (click)="open.set(!open())">
        {{ texts().list.open }}
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      position: relative;
      grid-template: minmax(0, 1fr) / minmax(0, 1fr) 360px;
      height: 100%;
    }
    .beside {
      display: grid;
      grid-template-rows: minmax(0, 1fr) auto;
      min-height: 0;
      border-left: 1px solid var(--line);
      background: var(--surface);
    }
    button {
      position: absolute;
      z-index: 4;
      bottom: 40px;
      left: var(--space-3);
      padding: 0 14px;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-m);
      background: var(--raised);
      box-shadow: var(--shadow-s);
      font-size: var(--text-s);
      line-height: 34px;
    }
    button[aria-expanded='true'] {
      bottom: calc(55% + 8px);
    }
    @media (max-width: 899px) {
      :host {
        grid-template: minmax(0, 1fr) / minmax(0, 1fr);
      }
      .beside {
        position: absolute;
        z-index: 4;
        inset: 45% 0 0;
        height: 55%;
        border-top: 1px solid var(--line-strong);
        border-left: 0;
      }
    }
  `,
})
export class MapPage {
  protected readonly scenes = inject(SceneChoice);
  protected readonly texts = injectTexts({ en, ko });
  protected readonly narrow = injectMediaMatches('(max-width: 899px)');
  /** Whether the list is over the map of a narrow page: a link that seeks vehicles opens it. */
  protected readonly open = signal(inject(FleetChoice).isSeeking());

  /** A vehicle that was chosen in the list is looked at on the map, which on a narrow page lies under it. */
  protected uncover(): void {
    if (this.narrow()) this.open.set(false);
  }
}
