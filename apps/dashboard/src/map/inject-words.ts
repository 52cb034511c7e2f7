import { computed, inject, type Signal } from '@angular/core';
import { wholeTurn, type Position } from '@tickway/tracking';
import { injectTexts } from '../language/inject-texts';
import { Language } from '../language/language';
import type { LanguageCode } from '../language/language-code';
import { en } from './texts/en';
import { ko } from './texts/ko';

/** What is said of a vehicle, in one language. */
export interface Words {
  /** Metres per second in the unit of the reader: miles an hour in English, kilometres in Korean. */
  speed(metresPerSecond: number): string;
  /** Whole seconds, minutes from 100 s on. */
  age(ms: number): string;
  /** On time, or how many minutes late. */
  lateness(lateMs: number): string;
  /** One of the eight points of the compass. */
  heading(course: number): string;
  /** How a vehicle moves: its speed, or that it stands or is not heard. */
  motion(position: Position): string;
}

/** Lateness from which a vehicle counts as late, ms: half of the least that is said. */
export const LATE_MS = 30_000;

const units = {
  en: { locale: 'en-US', unit: 'mile-per-hour', factor: 2.236_936 },
  ko: { locale: 'ko-KR', unit: 'kilometer-per-hour', factor: 3.6 },
} as const satisfies Readonly<Record<LanguageCode, unknown>>;

/** The words of the present language. */
export function injectWords(): Signal<Words> {
  const { code } = inject(Language);
  const texts = injectTexts({ en, ko });
  return computed(() => wordsOf(texts(), units[code()]));
}

function wordsOf(texts: typeof en, { locale, unit, factor }: (typeof units)[LanguageCode]): Words {
  const format = (name: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, maximumFractionDigits: 0 });
  const [speeds, seconds, minutes] = [format(unit), format('second'), format('minute')];
  const speed = (metresPerSecond: number) => speeds.format(metresPerSecond * factor);
  return {
    speed,
    age: (ms) =>
      ms < 99_500 ? seconds.format(Math.max(0, ms) / 1000) : minutes.format(Math.round(ms / 60_000)),
    lateness: (lateMs) => (lateMs < LATE_MS ? texts.onTime : texts.late(String(Math.round(lateMs / 60_000)))),
    heading: (course) => texts.points[Math.round(wholeTurn(course) / 45) % 8] ?? '',
    motion: (one) =>
      one.state === 'moving' ? speed(one.speed) : (one.flight ? texts.flightStates : texts.states)[one.state],
  };
}
