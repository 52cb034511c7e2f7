import { Component, computed, inject } from '@angular/core';
import { Live } from '../live/live';
import { texts } from '../texts';
import { sceneOf, sceneTime } from './scene';

/** The scene's wall clock: the time that the timetable's vehicles live in. */
@Component({
  selector: 'tw-scene-clock',
  template: `
    @if (shown(); as now) {
      <time data-testid="scene-time" [attr.title]="texts.title">
        <span class="day">{{ now.day }}</span> <span>{{ now.time }}</span>
        <span class="place">{{ now.place }}</span>
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
    @media (max-width: 1279px) {
      .day,
      .place {
        display: none;
      }
    }
  `,
})
export class SceneClock {
  private readonly live = inject(Live);
  private readonly scene = computed(() => sceneOf(this.live.feeds.state()?.state.values() ?? []));

  protected readonly texts = texts.sceneClock;
  protected readonly shown = computed(() => {
    const scene = this.scene();
    return scene && sceneTime(scene, this.live.serverTime());
  });
}
