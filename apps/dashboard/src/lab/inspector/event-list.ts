import { Component, computed, ElementRef, inject, input, output } from '@angular/core';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { clockTime } from './clock-time';
import { inspectorTexts } from './texts/inspector-texts';
import type { ToldEvent } from './wire-book';
import { wireInks } from './wire-inks';
import { WireView } from './wire-view';
import type { WireWindow } from './wire-window';

/** Rows shown at most, the newest ones: nobody reads more at once, and more would be slow. */
const MOST_ROWS = 150;
/** A pause in a lane that is worth telling, ms. */
const GAP_MS = 250;

/** The events of a stretch of time as rows, newest first, with a bar each for when. */
@Component({
  selector: 'tw-event-list',
  templateUrl: './event-list.html',
  styleUrls: ['../styles/swatch.css', './event-list.css'],
  host: { '(keydown.arrowdown)': 'step($event, 1)', '(keydown.arrowup)': 'step($event, -1)' },
})
export class EventList {
  readonly events = input.required<readonly ToldEvent[]>();
  readonly window = input.required<WireWindow>();
  readonly selected = input.required<number | undefined>();
  readonly chosen = output<number>();

  private readonly view = inject(WireView);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly texts = injectTexts(inspectorTexts);
  private readonly formats = injectFormats();
  protected readonly inks = wireInks;

  protected readonly shown = computed(() => {
    const { count } = this.formats();
    const all = this.events().length;
    return this.texts().list.shown(count(Math.min(all, MOST_ROWS)), count(all));
  });
  protected readonly rows = computed(() => {
    const window = this.window();
    return this.events()
      .slice(-MOST_ROWS)
      .reverse()
      .map((event) => this.rowOf(event, window));
  });

  /** The row that the keyboard begins at: the chosen one, or the newest. */
  protected readonly reached = computed(() => {
    const rows = this.rows();
    return rows.some(({ n }) => n === this.selected()) ? this.selected() : rows[0]?.n;
  });

  /** Chooses the row above or below. */
  protected step(event: Event, by: -1 | 1): void {
    event.preventDefault();
    const rows = this.rows();
    const next = rows[rows.findIndex(({ n }) => n === this.reached()) + by];
    if (!next) return;
    this.chosen.emit(next.n);
    this.host.querySelector<HTMLElement>(`[data-n="${next.n}"]`)?.focus();
  }

  private rowOf(event: ToldEvent, { from, until }: WireWindow) {
    const { bytes, duration } = this.formats();
    const { title, heartbeat } = this.view.describe(event);
    const percent = (at: number) => Math.min(100, Math.max(0, (100 * (at - from)) / (until - from)));
    const start = percent(event.at);
    const { gapMs = 0, lane } = event;
    return {
      ...{ n: event.n, lane, title, heartbeat, ink: wireInks[lane] },
      name: lane === 'clock' ? this.texts().clock : lane,
      up: event.from === 'viewer',
      time: clockTime(event.at),
      bytes: event.framing + event.payload === 0 ? '' : bytes(event.framing + event.payload),
      gap: gapMs >= GAP_MS ? `+${duration(gapMs)}` : '',
      start,
      width: event.kind === 'request' ? percent(event.endedAt ?? until) - start : 0,
    };
  }
}
