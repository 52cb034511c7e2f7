import { Component, input, output } from '@angular/core';
import { typedNumber } from './typed-number';

/** A whole number to type, within bounds; what is said is always within them. */
@Component({
  selector: 'tw-number-field',
  template: `
    <label class="field" [title]="hint()"
      >{{ name() }}
      <input
        #box
        type="number"
        [class.wide]="none() !== undefined"
        [min]="least()"
        [max]="most()"
        [step]="step()"
        [value]="value() ?? ''"
        [placeholder]="none() ?? ''"
        [attr.data-testid]="testId()"
        (change)="take(box)"
    /></label>
  `,
  styleUrl: '../styles/field.css',
  styles: `
    input {
      width: 104px;
    }
    .wide {
      width: 150px;
    }
  `,
})
export class NumberField {
  readonly name = input.required<string>();
  readonly hint = input('');
  readonly least = input(1);
  readonly most = input.required<number>();
  /** What an arrow key adds. */
  readonly step = input(1);
  readonly value = input.required<number | undefined>();
  /** What an empty field means; absent: a number must stand there. */
  readonly none = input<string>();
  readonly testId = input<string>();
  /** Another number; undefined when the field was emptied. */
  readonly said = output<number | undefined>();

  /** What is no number is as before, or nothing where that means something. */
  protected take(box: HTMLInputElement): void {
    const otherwise = this.none() === undefined ? this.value() : undefined;
    const typed = typedNumber(box, { least: this.least(), most: this.most(), otherwise });
    const value = typed === undefined ? undefined : Math.round(typed);
    box.value = `${value ?? ''}`;
    this.said.emit(value);
  }
}
