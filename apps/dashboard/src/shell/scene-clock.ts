import { Component, computed, inject } from '@angular/core';
import { Live } from '../live/live';
import { injectTexts } from '../language/inject-texts';
import { Language } from '../language/language';
import { sceneTime } from './scene';
import { SceneChoice } from './scene-choice';
import { shellTexts } from './texts/shell-texts';

/** The scene's wall clock: the time that the timetable's vehicles live in. */
@Component({
  selector: 'tw-scene-clock',
  template: `
    @if (shown(); as now) {
      <time data-testid="scene-time" [attr.title]="texts().sceneClock.title">
        <span class="day">{{ now.day }}</span> <span>{{ now.time }}</span>
        <span class="place">{{ place() }}</span>
      </time>
    }
  `,
  styles: `
    time {
      display: flex;
      gap: 6px;
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .day,
    .place {
      color: var(--text-soft);
    }
    @media (max-width: 1599px) {
      .day,
      .place {
        display: none;
      }
    }
  `,
})
export class SceneClock {
  private readonly live = inject(Live);
  private readonly scene = inject(SceneChoice).scene;
  private readonly language = inject(Language);

  protected readonly texts = injectTexts(shellTexts);
  /** The place's name, or the zone's own where there is none. */
  protected readonly place = computed(() => {
    const zone = this.scene()?.timeZone;
    return zone === 'America/New_York' ? this.texts().sceneClock.newYork : zone;
  });
  protected readonly shown = computed(() => {
    const scene = this.scene();
    return scene && sceneTime(scene, this.live.serverTime(), this.language.code());
  });
}
