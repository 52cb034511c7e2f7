import { Component, computed, input, output } from '@angular/core';
import { typedNumber } from '../fields/typed-number';
import { stepOf, STEPS, valueAt, type LeverScale } from './lever-scale';

/** One measure of a line: a logarithmic slider, and a field to type it into. */
@Component({
  selector: 'tw-network-lever',
  template: `
    <span class="name">{{ name() }}</span>
    <input
      #slider
      type="range"
      min="0"
      [max]="steps"
      [value]="step()"
      [attr.aria-label]="name()"
      [attr.aria-valuetext]="spoken()"
      (input)="slide(slider.valueAsNumber)"
      (change)="settled.emit()"
    />
    <span class="typed">
      <input
        #field
        type="number"
        min="0"
        [max]="most()"
        step="any"
        inputmode="decimal"
        [value]="value() ?? ''"
        [placeholder]="none()"
        [attr.aria-label]="name() + ', ' + unit()"
        (change)="type(field)"
      />{{ unit() }}
    </span>
  `,
  styleUrl: '../styles/field.css',
  styles: `
    :host {
      display: grid;
      grid-template-columns: 84px minmax(60px, 1fr) 132px;
      align-items: center;
      gap: var(--space-2);
      min-height: 32px;
      font-size: var(--text-s);
    }
    .name {
      color: var(--text-soft);
    }
    input[type='range'] {
      width: 100%;
      margin: 0;
      accent-color: var(--accent);
    }
    .typed {
      display: flex;
      align-items: center;
      gap: 4px;
      color: var(--text-faint);
    }
    input[type='number'] {
      width: 78px;
      padding: 0 6px;
      text-align: right;
      appearance: textfield;
    }
    @media (max-width: 899px) {
      :host {
        min-height: 40px;
      }
    }
  `,
})
export class NetworkLever {
  readonly name = input.required<string>();
  readonly unit = input.required<string>();
  readonly scale = input.required<LeverScale>();
  /** Most that can be typed. */
  readonly most = input.required<number>();
  /** What an empty field means. */
  readonly none = input('0');
  /** Undefined: unlimited. */
  readonly value = input.required<number | undefined>();

  /** It was moved, or something was typed. */
  readonly moved = output<number | undefined>();
  /** It was let go of. */
  readonly settled = output();

  protected readonly steps = STEPS;
  protected readonly step = computed(() => stepOf(this.scale(), this.value()));
  protected readonly spoken = computed(() => {
    const value = this.value();
    return value === undefined ? this.none() : `${value} ${this.unit()}`;
  });

  protected slide(step: number): void {
    this.moved.emit(valueAt(this.scale(), step));
  }

  /** What cannot be had goes to the nearest that can; the field then says so. */
  protected type(field: HTMLInputElement): void {
    const unlimited = this.scale().end === 'unlimited';
    const bounds = { least: 0, most: this.most(), otherwise: unlimited ? undefined : 0 };
    const typed = typedNumber(field, bounds);
    // Nothing a second is no line.
    const value = unlimited && typed === 0 ? undefined : typed;
    field.value = `${value ?? ''}`;
    this.moved.emit(value);
    this.settled.emit();
  }
}
