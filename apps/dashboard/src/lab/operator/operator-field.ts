import { Component, inject, output } from '@angular/core';
import { injectTexts } from '../../language/inject-texts';
import { OperatorToken } from './operator-token';
import { operatorTexts } from './operator-texts';

/** Where an operator who is not at the server's machine says the token. */
@Component({
  selector: 'tw-operator-field',
  template: `
    <form (submit)="use($event, field.value)">
      <label class="field"
        >{{ texts().token }}
        <input #field type="password" autocomplete="off" spellcheck="false" [value]="operator.token()"
      /></label>
      <button type="submit">{{ texts().use }}</button>
    </form>
    <p>{{ texts().note }}</p>
  `,
  styleUrls: ['../styles/button.css', '../styles/field.css'],
  styles: `
    form {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: var(--space-2);
    }
    input {
      width: 260px;
    }
    p {
      margin-top: var(--space-2);
      color: var(--text-faint);
      font-size: var(--text-xs);
    }
  `,
})
export class OperatorField {
  protected readonly operator = inject(OperatorToken);
  protected readonly texts = injectTexts(operatorTexts);

  /** A token was said: what it opens can be tried again. */
  readonly said = output();

  protected use(event: Event, token: string): void {
    event.preventDefault();
    this.operator.set(token);
    this.said.emit();
  }
}
