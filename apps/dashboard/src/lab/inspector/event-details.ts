import { Component, computed, inject, input, output } from '@angular/core';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { clockTime } from './clock-time';
import { opcodeNames } from './describe-event';
import { inspectorTexts } from './texts/inspector-texts';
import type { ToldEvent } from './wire-book';
import { WireView } from './wire-view';

/** One event, whole: its sizes, what its kind has to tell, its head or the beginning of what it carries. */
@Component({
  selector: 'tw-event-details',
  template: `
    @if (event(); as one) {
      <div class="head">
        <h2>{{ title() }}</h2>
        <button type="button" (click)="closed.emit()">{{ texts().details.close }}</button>
      </div>
      <dl data-testid="wire-details">
        @for (fact of facts(); track fact.name) {
          <dt>{{ fact.name }}</dt>
          <dd>{{ fact.value }}</dd>
        }
      </dl>
      @if (one.text) {
        <h3>{{ texts().details.beginning }}</h3>
        <pre tabindex="0" role="group" [attr.aria-label]="texts().details.beginning">{{ one.text }}</pre>
      }
    } @else {
      <p>{{ texts().details.none }}</p>
    }
  `,
  styleUrls: ['../styles/button.css', './event-details.css'],
})
export class EventDetails {
  readonly event = input.required<ToldEvent | undefined>();
  readonly closed = output();

  private readonly view = inject(WireView);
  protected readonly texts = injectTexts(inspectorTexts);
  private readonly formats = injectFormats();

  protected readonly title = computed(() => {
    const event = this.event();
    return event ? this.view.describe(event).title : '';
  });

  protected readonly facts = computed(() => {
    const event = this.event();
    return event ? [...this.common(event), ...this.times(event), ...this.frame(event)] : [];
  });

  private common({ at, lane, connection, from, framing, payload }: ToldEvent) {
    const [{ details, list, clock }, { bytes }] = [this.texts(), this.formats()];
    const { facts } = details;
    return [
      { name: facts.time, value: clockTime(at) },
      { name: facts.lane, value: lane === 'clock' ? clock : lane },
      { name: facts.connection, value: `${connection}` },
      { name: facts.direction, value: from === 'viewer' ? list.up : list.down },
      { name: facts.framing, value: bytes(framing) },
      { name: facts.payload, value: bytes(payload) },
    ];
  }

  private times({ kind, at, answeredAt, endedAt, gapMs }: ToldEvent) {
    const [{ details }, { duration }] = [this.texts(), this.formats()];
    const since = (then: number | undefined) => (then === undefined ? details.open : duration(then - at));
    return [
      ...(gapMs === undefined ? [] : [{ name: details.facts.gap, value: duration(gapMs) }]),
      ...(kind === 'request'
        ? [
            { name: details.facts.waited, value: since(answeredAt) },
            { name: details.facts.lasted, value: since(endedAt) },
          ]
        : []),
    ];
  }

  private frame({ opcode, final, compressed }: ToldEvent) {
    const { facts, yes, no } = this.texts().details;
    if (opcode === undefined) return [];
    return [
      { name: facts.opcode, value: `${opcode} (${opcodeNames.get(opcode) ?? '?'})` },
      { name: facts.final, value: final === true ? yes : no },
      { name: facts.compressed, value: compressed === true ? yes : no },
    ];
  }
}
