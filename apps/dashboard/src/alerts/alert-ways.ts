import { Component, inject } from '@angular/core';
import { injectTexts } from '../language/inject-texts';
import { Announcer } from './announcer';
import { alertTexts } from './texts/alert-texts';

/** How the viewer is told of what came true, beside the words on the page. */
@Component({
  selector: 'tw-alert-ways',
  template: `
    <label>
      <input
        type="checkbox"
        [checked]="announcer.sound()"
        (change)="announcer.useSound(!announcer.sound())"
      />
      {{ texts().sound }}
    </label>
    <label>
      <input
        type="checkbox"
        [checked]="announcer.voice()"
        (change)="announcer.useVoice(!announcer.voice())"
      />
      {{ texts().voice }}
    </label>
    <label>
      <input
        type="checkbox"
        [checked]="announcer.notifying()"
        (change)="announcer.useNotifications(!announcer.notifying())"
      />
      {{ texts().notify }}
    </label>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 2px var(--space-3);
    }
    label {
      display: flex;
      align-items: center;
      gap: 6px;
      line-height: 24px;
    }
    input {
      margin: 0;
      accent-color: var(--accent);
    }
  `,
  host: { role: 'group', '[attr.aria-label]': 'texts().ways' },
})
export class AlertWays {
  protected readonly announcer = inject(Announcer);
  protected readonly texts = injectTexts(alertTexts);
}
