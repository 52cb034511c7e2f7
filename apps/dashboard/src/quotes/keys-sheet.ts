import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  output,
  viewChild,
} from '@angular/core';
import { injectTexts } from '../language/inject-texts';
import { BoardView } from './board-view';
import { quotesTexts } from './texts/quotes-texts';

/** What each key does, and whether single keys act at all. */
@Component({
  selector: 'tw-keys-sheet',
  template: `
    <dialog #dialog [attr.aria-label]="texts().keys.title" (close)="closed.emit()">
      <h2>{{ texts().keys.title }}</h2>
      <dl>
        @for (row of rows(); track row[0]) {
          <div>
            <dt>
              <kbd>{{ row[0] }}</kbd>
            </dt>
            <dd>{{ row[1] }}</dd>
          </div>
        }
      </dl>
      <label>
        <input
          type="checkbox"
          [checked]="view.singleKeys()"
          (change)="view.useSingleKeys(!view.singleKeys())"
        />
        {{ texts().keys.single }}
      </label>
      <form method="dialog">
        <button type="submit">{{ texts().keys.close }}</button>
      </form>
    </dialog>
  `,
  styles: `
    dialog {
      width: 420px;
      max-width: calc(100vw - 32px);
      padding: var(--space-4);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-l);
      background: var(--raised);
      color: var(--text);
      box-shadow: var(--shadow-l);
    }
    dialog::backdrop {
      background: rgb(0 0 0 / 40%);
    }
    dl {
      display: grid;
      gap: 8px;
      margin: var(--space-3) 0;
    }
    dl div {
      display: grid;
      grid-template-columns: 170px 1fr;
    }
    dd {
      margin: 0;
    }
    kbd {
      color: var(--text-soft);
      font: inherit;
      font-weight: 600;
    }
    form {
      margin-top: var(--space-3);
      text-align: right;
    }
    button {
      height: 30px;
      padding: 0 12px;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-m);
      background: var(--surface);
    }
  `,
})
export class KeysSheet {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  readonly closed = output();

  protected readonly view = inject(BoardView);
  protected readonly texts = injectTexts(quotesTexts);
  protected readonly rows = computed(() => Object.entries(this.texts().keys.rows));

  constructor() {
    afterNextRender(() => this.dialog().nativeElement.showModal());
  }
}
