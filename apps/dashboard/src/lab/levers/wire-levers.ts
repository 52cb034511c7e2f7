import { Component, input, output } from '@angular/core';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { labTexts } from '../texts/lab-texts';
import { codecs, coalescingWindows, type Wire } from './wire';

/** How frames are written and sent: what is pulled goes to whoever keeps the levers. */
@Component({
  selector: 'tw-wire-levers',
  template: `
    <label [title]="texts().codecHint"
      >{{ texts().codec }}
      <select #codec data-testid="codec" (change)="write(codec.value)">
        @for (one of codecs; track one) {
          <option [value]="one" [selected]="one === levers().codec">{{ texts().codecs[one] }}</option>
        }
      </select></label
    >
    <label class="box" [title]="texts().compressHint">
      <input
        #compress
        type="checkbox"
        data-testid="compress"
        [checked]="levers().compress"
        (change)="pulled.emit({ compress: compress.checked })"
      />{{ texts().compress }}</label
    >
    <label [title]="texts().coalescingHint"
      >{{ texts().coalescing }}
      <select #window data-testid="coalescing" (change)="collect(window.value)">
        @for (ms of windows; track ms) {
          <option [value]="ms" [selected]="ms === levers().coalescingMs">{{ formats().span(ms) }}</option>
        }
      </select></label
    >
    <label class="box" [title]="texts().keepAliveHint">
      <input
        #keep
        type="checkbox"
        data-testid="keep-alive"
        [checked]="levers().keepAlive"
        (change)="pulled.emit({ keepAlive: keep.checked })"
      />{{ texts().keepAlive }}</label
    >
  `,
  styleUrl: '../styles/field.css',
})
export class WireLevers {
  readonly levers = input.required<Wire>();
  readonly pulled = output<Partial<Wire>>();

  private readonly all = injectTexts(labTexts);
  protected readonly texts = () => this.all().levers;
  protected readonly formats = injectFormats();
  protected readonly codecs = codecs;
  protected readonly windows = coalescingWindows;

  protected write(value: string): void {
    const codec = codecs.find((one) => one === value);
    if (codec) this.pulled.emit({ codec });
  }

  protected collect(value: string): void {
    this.pulled.emit({ coalescingMs: Number(value) });
  }
}
