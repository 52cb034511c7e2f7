import { Component, computed, DOCUMENT, inject, input, signal } from '@angular/core';
import { injectTexts } from '../../language/inject-texts';
import { runTexts } from './texts/run-texts';

/** A command line, and the button that copies it. */
@Component({
  selector: 'tw-copy-command',
  template: `
    <code tabindex="0" data-testid="run-command">{{ command() }}</code>
    <button type="button" (click)="copy()">{{ texts().copy }}</button>
    <span role="status">{{ says() }}</span>
  `,
  styleUrl: '../styles/button.css',
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2);
    }
    code {
      max-width: 100%;
      min-width: 0;
      padding: 4px 8px;
      overflow-x: auto;
      border-radius: var(--radius-s);
      background: var(--sunken);
      font-size: var(--text-s);
      white-space: nowrap;
    }
    span {
      color: var(--text-soft);
      font-size: var(--text-s);
    }
  `,
})
export class CopyCommand {
  readonly command = input.required<string>();

  private readonly window = inject(DOCUMENT).defaultView;
  protected readonly texts = injectTexts(runTexts);
  private readonly said = signal<'copied' | 'copyFailed' | undefined>(undefined);
  protected readonly says = computed(() => {
    const said = this.said();
    return said ? this.texts()[said] : '';
  });

  protected async copy(): Promise<void> {
    try {
      await this.window?.navigator.clipboard.writeText(this.command());
      this.said.set('copied');
    } catch {
      // TypeError on an insecure origin, which has no clipboard; NotAllowedError where the viewer forbids it.
      this.said.set('copyFailed');
    }
  }
}
