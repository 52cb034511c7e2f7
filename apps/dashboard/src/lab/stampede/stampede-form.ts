import { Component, computed, inject, input, output } from '@angular/core';
import { Router } from '@angular/router';
import { setQuery } from '../../address/set-query';
import { injectTexts } from '../../language/inject-texts';
import { ChoiceField } from '../fields/choice-field';
import { NumberField } from '../fields/number-field';
import { RunForm } from '../runs/run-form';
import {
  stampedeBounds,
  stampedeEvents,
  stampedeQuery,
  stampedeWays,
  type StampedeAsked,
} from './stampede-asked';
import { stampedeTexts } from './texts/stampede-texts';

/** What a stampede is to be; all of it stands in the address. */
@Component({
  selector: 'tw-stampede-form',
  imports: [ChoiceField, NumberField, RunForm],
  template: `
    <tw-run-form
      testId="stampede-start"
      [label]="texts().form"
      [start]="texts().start"
      [note]="texts().jitterHint"
      (submitted)="start.emit()"
    >
      <tw-choice-field
        [name]="texts().way"
        [choices]="ways"
        [chosen]="asked().way"
        (chose)="go({ way: $event })"
      />
      <tw-choice-field
        [name]="texts().event"
        [choices]="events()"
        [chosen]="asked().event"
        (chose)="go({ event: $event })"
      />
      <tw-number-field
        testId="stampede-viewers"
        [name]="texts().viewers"
        [most]="bounds.viewers"
        [value]="asked().viewers"
        (said)="set('viewers', $event)"
      />
      <tw-number-field
        [name]="texts().jitter"
        [least]="0"
        [most]="bounds.jitterMs"
        [step]="50"
        [value]="asked().jitterMs"
        (said)="set('jitterMs', $event)"
      />
    </tw-run-form>
  `,
})
export class StampedeForm {
  readonly asked = input.required<StampedeAsked>();
  readonly start = output();

  private readonly router = inject(Router);
  protected readonly texts = injectTexts(stampedeTexts);
  protected readonly ways = stampedeWays.map((way) => ({ value: way, text: way }));
  protected readonly events = computed(() =>
    stampedeEvents.map((event) => ({ value: event, text: this.texts().events[event] })),
  );
  protected readonly bounds = stampedeBounds;

  protected set(name: 'viewers' | 'jitterMs', value: number | undefined): void {
    if (value !== undefined) this.go({ [name]: value });
  }

  protected go(change: Partial<StampedeAsked>): void {
    void setQuery(this.router, stampedeQuery({ ...this.asked(), ...change }), { replaceUrl: true });
  }
}
