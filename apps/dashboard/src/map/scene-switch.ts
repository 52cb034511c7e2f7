import { Component, inject } from '@angular/core';
import { injectTexts } from '../language/inject-texts';
import { SceneChoice } from '../shell/scene-choice';
import { en } from './texts/en';
import { ko } from './texts/ko';

/** Which scene the map shows; not there while the server runs only one. */
@Component({
  selector: 'tw-scene-switch',
  template: `
    @if (choice.offered().length > 1) {
      <div role="group" [attr.aria-label]="texts().scenes.title">
        @for (name of choice.offered(); track name) {
          <button
            type="button"
            [attr.aria-pressed]="name === choice.shown()"
            [attr.data-testid]="'scene-' + name"
            (click)="choice.show(name)"
          >
            {{ texts().scenes[name] }}
          </button>
        }
      </div>
    }
  `,
  styles: `
    div {
      display: flex;
      overflow: hidden;
      border: 1px solid var(--line);
      border-radius: var(--radius-m);
      background: color-mix(in srgb, var(--surface) 90%, transparent);
    }
    button {
      padding: 0 10px;
      border: 0;
      background: none;
      color: var(--text-soft);
      font-size: var(--text-s);
      line-height: 28px;
      white-space: nowrap;
    }
    button + button {
      border-left: 1px solid var(--line);
    }
    button:hover {
      background: var(--hover);
    }
    button[aria-pressed='true'] {
      background: color-mix(in srgb, var(--accent) 16%, transparent);
      color: var(--text);
      font-weight: 600;
    }
    button:focus-visible {
      outline-offset: -2px;
    }
  `,
})
export class SceneSwitch {
  protected readonly choice = inject(SceneChoice);
  protected readonly texts = injectTexts({ en, ko });
}
