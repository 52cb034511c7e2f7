import { computed, inject, Service, signal } from '@angular/core';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { Race } from '../race/race';
import { describeEvent } from './describe-event';
import type { DrawnEvent } from './draw-wire';
import { inspectorTexts } from './texts/inspector-texts';
import { wireLanes, type ToldEvent, type WireLane } from './wire-book';
import { WireReader } from './wire-reader';
import { firstFrom, nextSpan, type WireWindow } from './wire-window';

/** So much behind the present is shown, ms: what has just passed has been asked for by then. */
const BEHIND_MS = 700;
const FIRST_SPAN_MS = 5_000;
/** Exchanges that began so many events before the window are still drawn. */
const LOOK_BACK = 500;

/** What of the recording is looked at: which lanes, which stretch of time, following the present or standing still. */
@Service({ autoProvided: false })
export class WireView {
  private readonly reader = inject(WireReader);
  private readonly race = inject(Race);
  private readonly formats = injectFormats();
  private readonly texts = injectTexts(inspectorTexts);
  private readonly only = signal<readonly WireLane[]>(wireLanes);
  private readonly width = signal(FIRST_SPAN_MS);
  /** Where the window ends; absent: it follows the present. */
  private readonly standing = signal<number | undefined>(undefined);

  readonly lanes = this.only.asReadonly();
  readonly spanMs = this.width.asReadonly();
  readonly follows = computed(() => this.standing() === undefined);

  /** The stretch of time that is shown now. */
  window(): WireWindow {
    const until = this.standing() ?? this.race.now() - BEHIND_MS;
    return { from: until - this.width(), until };
  }

  show(lanes: readonly WireLane[]): void {
    this.only.set(wireLanes.filter((lane) => lanes.includes(lane)));
  }

  /** Nearer (below zero) or wider, around the end while it follows, around the middle when it stands. */
  zoom(step: number): void {
    const [before, after] = [this.width(), nextSpan(this.width(), step)];
    this.width.set(after);
    this.standing.update((until) => (until === undefined ? undefined : until + (after - before) / 2));
  }

  /** Moves by a share of what is shown; it then stands still. */
  move(share: number): void {
    this.stand(this.window().until + share * this.width());
  }

  /** Stands still, at `until` or where it is. */
  stand(until = this.window().until): void {
    this.standing.set(until);
  }

  follow(): void {
    this.standing.set(undefined);
  }

  /** The events of a window in the lanes that are shown, and exchanges that reach into it. */
  drawn({ from, until }: WireWindow): readonly DrawnEvent[] {
    const { events, lasting } = this.reader.book();
    const [first, last] = [firstFrom(events, from), firstFrom(events, until)];
    const before = new Set([
      ...lasting.filter(({ at }) => at < from),
      ...events
        .slice(Math.max(0, first - LOOK_BACK), first)
        .filter(({ kind, endedAt = Infinity }) => kind === 'request' && endedAt > from),
    ]);
    return [...before, ...events.slice(first, last)]
      .filter(({ lane }) => this.only().includes(lane))
      .map((event) => this.drawnOf(event));
  }

  /** The events of a window in the lanes that are shown. */
  listed({ from, until }: WireWindow): readonly ToldEvent[] {
    const { events } = this.reader.book();
    return events
      .slice(firstFrom(events, from), firstFrom(events, until))
      .filter(({ lane }) => this.only().includes(lane));
  }

  describe(event: ToldEvent) {
    let description = this.described.get(event);
    if (!description) {
      description = describeEvent(event, event.lane === 'socket.io');
      this.described.set(event, description);
    }
    return description;
  }

  /** One and the same object each time: a picture a frame of thousands of events would be as many new ones. */
  private drawnOf(event: ToldEvent): DrawnEvent {
    let drawn = this.prepared.get(event);
    if (!drawn) {
      drawn = { event, heartbeat: this.describe(event).heartbeat };
      this.prepared.set(event, drawn);
    }
    return drawn;
  }

  private readonly prepared = new WeakMap<ToldEvent, DrawnEvent>();
  private readonly described = new WeakMap<ToldEvent, ReturnType<typeof describeEvent>>();

  /** How long before the window's end, in words. */
  ago(ms: number): string {
    return ms < 1 ? (this.follows() ? this.texts().now : '0') : `−${this.formats().duration(ms)}`;
  }
}
