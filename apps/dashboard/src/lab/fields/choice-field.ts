import { Component, input, output } from '@angular/core';

/** One of the things that can be chosen. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly text: string;
}

/** One of several, by name. */
@Component({
  selector: 'tw-choice-field',
  template: `
    <label class="field" [title]="hint()"
      >{{ name() }}
      <select #box (change)="take(box.value)">
        @for (one of choices(); track one.value) {
          <option [value]="one.value" [selected]="one.value === chosen()">{{ one.text }}</option>
        }
      </select></label
    >
  `,
  styleUrl: '../styles/field.css',
})
export class ChoiceField<Value extends string> {
  readonly name = input.required<string>();
  readonly hint = input('');
  readonly choices = input.required<readonly Choice<Value>[]>();
  readonly chosen = input.required<Value>();
  readonly chose = output<Value>();

  protected take(value: string): void {
    const choice = this.choices().find((one) => one.value === value);
    if (choice) this.chose.emit(choice.value);
  }
}
