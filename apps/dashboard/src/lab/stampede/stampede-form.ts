import { Component, inject, input, output } from '@angular/core';
import { Router } from '@angular/router';
import { setQuery } from '../../address/set-query';
import { injectTexts } from '../../language/inject-texts';
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
  template: `
    <form class="form" [attr.aria-label]="texts().form" (submit)="submit($event)">
      <label class="field"
        >{{ texts().way }}
        <select #way (change)="chooseWay(way.value)">
          @for (name of ways; track name) {
            <option [value]="name" [selected]="name === asked().way">{{ name }}</option>
          }
        </select></label
      >
      <label class="field"
        >{{ texts().event }}
        <select #event (change)="chooseEvent(event.value)">
          @for (name of events; track name) {
            <option [value]="name" [selected]="name === asked().event">{{ texts().events[name] }}</option>
          }
        </select></label
      >
      <label class="field"
        >{{ texts().viewers }}
        <input
          #viewers
          type="number"
          min="1"
          [max]="bounds.viewers"
          [value]="asked().viewers"
          data-testid="stampede-viewers"
          (change)="set('viewers', viewers)"
      /></label>
      <label class="field" [title]="texts().jitterHint"
        >{{ texts().jitter }}
        <input
          #jitter
          type="number"
          min="0"
          step="50"
          [max]="bounds.jitterMs"
          [value]="asked().jitterMs"
          (change)="set('jitterMs', jitter)"
      /></label>
      <button type="submit" class="main" data-testid="stampede-start" [disabled]="!free()">
        {{ texts().start }}
      </button>
      <span class="takes">{{ texts().jitterHint }}</span>
    </form>
  `,
  styleUrl: '../runs/run-form.css',
})
export class StampedeForm {
  readonly asked = input.required<StampedeAsked>();
  /** Whether it may be started now. */
  readonly free = input.required<boolean>();
  readonly start = output();

  private readonly router = inject(Router);
  protected readonly texts = injectTexts(stampedeTexts);
  protected readonly ways = stampedeWays;
  protected readonly events = stampedeEvents;
  protected readonly bounds = stampedeBounds;

  protected chooseWay(text: string): void {
    const way = stampedeWays.find((one) => one === text);
    if (way) this.go({ way });
  }

  protected chooseEvent(text: string): void {
    const event = stampedeEvents.find((one) => one === text);
    if (event) this.go({ event });
  }

  /** What is no number is as before. */
  protected set(name: 'viewers' | 'jitterMs', box: HTMLInputElement): void {
    const least = name === 'viewers' ? 1 : 0;
    const value = Math.min(this.bounds[name], Math.max(least, Math.round(box.valueAsNumber)));
    if (Number.isFinite(value)) this.go({ [name]: value });
    box.value = `${Number.isFinite(value) ? value : this.asked()[name]}`;
  }

  protected submit(event: Event): void {
    event.preventDefault();
    this.start.emit();
  }

  private go(change: Partial<StampedeAsked>): void {
    void setQuery(this.router, stampedeQuery({ ...this.asked(), ...change }), { replaceUrl: true });
  }
}
