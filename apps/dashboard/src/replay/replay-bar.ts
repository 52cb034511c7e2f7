import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { injectFigures } from '../language/inject-figures';
import { injectTexts } from '../language/inject-texts';
import { Language } from '../language/language';
import { sceneTime } from '../shell/scene';
import { SceneChoice } from '../shell/scene-choice';
import type { Extent } from './extent';
import { Replay } from './replay';
import { isSpeed, speeds } from './replay-wish';
import { sceneAt, scenesIn } from './scenes-of-past';
import type { Silence } from './silence';
import { placeIn, windowOf, windowsMs, type Span } from './span';
import { replayTexts } from './texts/replay-texts';

/** How far the arrows go, ms: alone, and with Shift. */
const [STEP_MS, STRIDE_MS] = [10_000, 60_000];

/** How much of the past the slider shows at first, ms. */
const FIRST_WINDOW_MS = 900_000;

/** A silence that lasts so long yet is worth telling, ms. */
const LONG_SILENCE_MS = 3_000;

/** What the slider may show: of which record how much, ms. */
interface Frame {
  readonly span: Span | undefined;
  readonly wide: number;
}

const percent = (share: number) => `${(100 * share).toFixed(3)}%`;

/** The past of the page that is open: a slider over what the server recorded, and how it is played. */
@Component({
  selector: 'tw-replay-bar',
  templateUrl: './replay-bar.html',
  styleUrl: './replay-bar.css',
  providers: [Replay],
  host: { '(document:keydown)': 'press($event)' },
})
export class ReplayBar {
  private readonly scenes = inject(SceneChoice);
  private readonly language = inject(Language);
  private readonly figures = injectFigures();
  private readonly playButton = viewChild<ElementRef<HTMLElement>>('playButton');

  protected readonly replay = inject(Replay);
  protected readonly texts = injectTexts(replayTexts);
  protected readonly speeds = speeds;
  protected readonly shown = this.replay.shown;
  protected readonly stepMs = STEP_MS;

  /** Why there is nothing to replay. */
  protected readonly trouble = computed(() => {
    const extent = this.replay.extent();
    const texts = this.texts();
    if (extent === 'asking') return { title: texts.asking, why: '', given: true };
    if (typeof extent === 'string') return texts[extent];
    return this.replay.span() ? undefined : this.lackOf(extent);
  });
  protected readonly recordingOff = computed(() => {
    const extent = this.replay.extent();
    return typeof extent !== 'string' && !extent.recording ? (extent.reason ?? '') : undefined;
  });

  protected readonly wideMs = signal(FIRST_WINDOW_MS);
  /** Windows that are narrower than the record, and the whole of it. */
  protected readonly windows = computed(() => {
    const span = this.replay.span();
    const narrower = windowsMs.filter((wide) => span && wide < span.to - span.from);
    return [
      ...narrower.map((wide) => ({ wide, name: this.age(wide) })),
      { wide: Infinity, name: this.texts().whole },
    ];
  });
  /** The window chosen, or the whole while the record is narrower than that. */
  protected readonly chosenWide = computed(() =>
    this.windows().some(({ wide }) => wide === this.wideMs()) ? this.wideMs() : Infinity,
  );
  /** What the slider shows: it stays while the moment is in it, so that the thumb moves and not the world. */
  private readonly frame = computed(() => ({ span: this.replay.span(), wide: this.wideMs() }));
  protected readonly view = linkedSignal<{ frame: Frame; at: number }, Span | undefined>({
    source: () => ({ frame: this.frame(), at: this.shown()?.at ?? 0 }),
    computation: ({ frame, at }, before) => {
      const present = before?.source.frame === frame ? before.value : undefined;
      if (present && at >= present.from && at <= present.to) return present;
      return frame.span && windowOf(frame.span, frame.wide, at);
    },
  });

  private readonly scenesThen = computed(() => scenesIn(this.replay.feedsTold(), this.scenes.feed()));
  protected readonly time = computed(() => this.timeOf(this.shown()?.at ?? 0));
  protected readonly ends = computed(() => {
    const view = this.view();
    return view && { from: this.timeOf(view.from), to: this.timeOf(view.to) };
  });
  protected readonly place = computed(() => {
    const view = this.view();
    return view ? percent(placeIn(view, this.shown()?.at ?? 0)) : '0%';
  });
  protected readonly marks = computed(() => {
    const view = this.view();
    const silences = this.shown()?.silences ?? [];
    return view
      ? silences
          .filter(({ from, to }) => to > view.from && from < view.to)
          .map((one) => this.markOf(one, view))
      : [];
  });
  /** How long nothing more comes, if that is long. */
  protected readonly silence = computed(() => {
    const { at, nextAt, state } = this.shown() ?? { at: 0, nextAt: undefined, state: 'seeking' };
    const left = (nextAt ?? at) - at;
    return nextAt !== undefined && state !== 'seeking' && left >= LONG_SILENCE_MS
      ? { nextAt, age: this.age(left) }
      : undefined;
  });
  /** What is not as it should be. */
  protected readonly note = computed(() => {
    const shown = this.shown();
    if (!shown || shown.state === 'playing' || shown.state === 'paused') return '';
    return this.texts().state[shown.state];
  });

  constructor() {
    afterNextRender(() => this.playButton()?.nativeElement.focus({ preventScroll: true }));
  }

  protected slide(event: Event, stays: boolean): void {
    if (event.target instanceof HTMLInputElement) this.replay.seek(event.target.valueAsNumber, stays);
  }

  protected chooseSpeed(event: Event): void {
    const speed = event.target instanceof HTMLSelectElement ? Number(event.target.value) : undefined;
    if (isSpeed(speed)) this.replay.setSpeed(speed);
  }

  protected chooseWindow(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.wideMs.set(Number(event.target.value));
  }

  /** Space and arrows, unless whatever has the focus needs them itself. */
  protected press(event: KeyboardEvent): void {
    if (!this.shown() || event.altKey || event.ctrlKey || event.metaKey || !isFree(event)) return;
    const act = this.actOf(event);
    if (!act) return;
    event.preventDefault();
    act();
  }

  private actOf({ key, shiftKey }: KeyboardEvent): (() => void) | undefined {
    const ms = shiftKey ? STRIDE_MS : STEP_MS;
    const acts = new Map([
      [' ', () => this.replay.turn()],
      ['ArrowLeft', () => this.replay.step(-ms)],
      ['ArrowRight', () => this.replay.step(ms)],
      ['Home', () => this.replay.seek(-Infinity)],
      ['End', () => this.replay.seek(Infinity)],
    ]);
    return acts.get(key);
  }

  private lackOf({ recording, reason, oldest }: Extent) {
    const { nothing, off, short } = this.texts();
    if (!this.replay.needed()) return { ...nothing, given: true };
    if (!recording) return { ...off, why: `${reason ?? ''} ${off.why}`.trim() };
    return oldest.size > 0 && this.replay.topics().length === 0 ? { ...nothing, given: true } : short;
  }

  private markOf({ from, to, kind }: Silence, view: Span) {
    const start = placeIn(view, from);
    const title = this.texts()[kind](this.age(to - from));
    return { from, kind, title, left: percent(start), width: percent(placeIn(view, to) - start) };
  }

  private age(ms: number): string {
    return this.figures().age(ms);
  }

  /** A moment by the clocks of the scene; before the scene is known by those here. */
  private timeOf(at: number) {
    const here = { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, offsetMs: 0 };
    const scene = sceneAt(this.scenesThen(), at) ?? this.scenes.scene() ?? here;
    return sceneTime(scene, at, this.language.code());
  }
}

/** Whether nothing under the focus takes keys: the bar itself and its slider give theirs away, other controls do not. */
function isFree({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target === document.body || target.matches('main, [data-keys=replay]')) return true;
  return false;
}
