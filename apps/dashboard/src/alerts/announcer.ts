import { DOCUMENT, inject, Service, signal } from '@angular/core';
import { injectFigures } from '../language/inject-figures';
import { injectFormats } from '../language/inject-formats';
import { injectTexts } from '../language/inject-texts';
import { Language } from '../language/language';
import { Device } from '../shell/device';
import type { Fired } from './alerts';
import { chime } from './chime';
import { alertTexts } from './texts/alert-texts';

/** Tells of alerts: in words on the page, and as the viewer likes by a sound, a voice, a notification of the system. */
@Service()
export class Announcer {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly device = inject(Device);
  private readonly language = inject(Language);
  private readonly texts = injectTexts(alertTexts);
  private readonly figures = injectFigures();
  private readonly formats = injectFormats();
  private readonly words = signal('');

  readonly sound = signal(this.device.read('alert-sound') !== false);
  readonly voice = signal(this.device.read('alert-voice') === true);
  readonly notifying = signal(this.device.read('alert-notify') === true);
  /** What screen readers are told. */
  readonly said = this.words.asReadonly();

  /** Tells of `fired` at once; `shown` is asked for its lateness when the page has drawn it. */
  announce(fired: Fired, shown: () => Fired): void {
    this.tell(() => this.sentence(shown()), fired.alert.id);
  }

  /** Tells something at once; its words are asked for when the page has drawn it. A notification takes the place of one of its `tag`. */
  tell(inWords: () => string, tag: string): void {
    if (this.sound() && this.window) chime(this.window);
    this.afterDrawing(() => {
      const words = inWords();
      this.words.set(words);
      if (this.voice()) this.speak(words);
      if (this.notifying()) this.notify(words, tag);
    });
  }

  /** What came true, in a sentence. */
  sentence({ alert, price, latenessMs, replayed }: Fired): string {
    const { fired, late, present } = this.texts();
    const { price: write, percent } = this.figures();
    const value =
      alert.kind === 'move' ? percent((100 * (price - alert.from)) / alert.from) : write(alert.value);
    const told = fired[alert.kind](alert.symbol, value, write(price));
    const sentence = replayed ? present(told) : told;
    return latenessMs === undefined ? sentence : `${sentence} ${late(this.formats().duration(latenessMs))}`;
  }

  useSound(used: boolean): void {
    this.sound.set(used);
    this.device.write('alert-sound', used);
    // Browsers let a page sound only after a press, and this is one; it also lets the viewer hear what will come.
    if (used && this.window) chime(this.window);
  }

  useVoice(used: boolean): void {
    this.voice.set(used);
    this.device.write('alert-voice', used);
  }

  /** Asks the browser's leave; without it there are no notifications. */
  async useNotifications(used: boolean): Promise<void> {
    const granted =
      used && 'Notification' in globalThis && (await Notification.requestPermission()) === 'granted';
    this.notifying.set(granted);
    this.device.write('alert-notify', granted);
  }

  /** After the next frame is drawn; at once in a tab out of sight, which draws none. */
  private afterDrawing(act: () => void): void {
    const { window } = this;
    if (!window || window.document.hidden) act();
    else window.requestAnimationFrame(() => window.setTimeout(act));
  }

  private speak(words: string): void {
    if (!this.window || !('speechSynthesis' in this.window)) return;
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.lang = this.language.code();
    this.window.speechSynthesis.speak(utterance);
  }

  private notify(words: string, tag: string): void {
    if (!('Notification' in globalThis) || Notification.permission !== 'granted') return;
    try {
      new Notification('Tickway', { body: words, tag });
    } catch {
      // TypeError where only a service worker may notify (Android): the page itself has told.
    }
  }
}
