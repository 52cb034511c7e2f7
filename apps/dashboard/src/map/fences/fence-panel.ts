import { Component, DestroyRef, inject } from '@angular/core';
import { AlertWays } from '../../alerts/alert-ways';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { FleetChoice } from '../fleet-choice';
import { en } from '../texts/en';
import { ko } from '../texts/ko';
import { FenceWatch } from './fence-watch';
import { Geofences, MOST_FENCES } from './geofences';

/** The viewer's geofences: drawing them, their names, and who entered or left them. */
@Component({
  selector: 'tw-fence-panel',
  imports: [AlertWays],
  templateUrl: './fence-panel.html',
  styleUrl: './fence-panel.css',
})
export class FencePanel {
  private readonly choice = inject(FleetChoice);

  protected readonly fences = inject(Geofences);
  protected readonly texts = injectTexts({ en, ko });
  protected readonly formats = injectFormats();
  protected readonly crossings = inject(FenceWatch).crossings;
  protected readonly most = MOST_FENCES;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.fences.sketch.set(undefined));
  }

  protected addHere(): void {
    const view = this.choice.view();
    if (!view) return;
    const center = { lat: (view.south + view.north) / 2, lon: (view.west + view.east) / 2 };
    this.fences.addAround(center, this.nextName());
  }

  protected finish(): void {
    this.fences.finish(this.nextName());
  }

  private nextName(): string {
    return this.texts().fences.name(this.fences.all().length + 1);
  }
}
