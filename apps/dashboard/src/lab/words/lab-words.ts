import type { LanguageCode } from '../../language/language-code';
import { koreanWords } from './korean-words';

/** A text of the lab, and the language that it is in. */
export interface LabWords {
  readonly text: string;
  readonly lang: LanguageCode;
}

const number = /(?<![\w-])\d(?:[\d,.]*\d)?/g;
/** A unit at the end, which every language writes alike. */
const withUnit = /^(.+?)(,? (?:ms|µs|s|kB|B|%))$/;
/** Names of transports, units and percentiles: no words. */
const isNeutral = (text: string) =>
  /^(?:socket\.io|websocket|streaming|long-polling|polling|auto|WebSocket|Socket\.IO|JSON|MessagePack|RTT|p\d+|ms|µs|s|kB|MB|B|kbit\/s|1\/s|[^A-Za-z]*)$/.test(
    text,
  );

/** What the lab's program says, in the page's language as far as its words are known, part by part; the rest as it was said. */
export function labWords(said: string, language: LanguageCode): LabWords {
  const korean = language === 'ko' ? inKorean(said) : undefined;
  return korean === undefined ? { text: said, lang: 'en' } : { text: korean, lang: 'ko' };
}

/** Undefined where nothing of it is known. */
function inKorean(said: string): string | undefined {
  const whole = wordsOf(said);
  if (whole !== undefined) return whole;
  const parts = said.split(/(: |, )/);
  const known = parts.map((part, index) => (index % 2 === 1 ? part : (wordsOf(part) ?? part)));
  return known.some((part, index) => part !== parts[index]) ? known.join('') : undefined;
}

/** A phrase whose words are known, its numbers where they belong. */
function wordsOf(phrase: string): string | undefined {
  if (isNeutral(phrase)) return phrase;
  const numbers = phrase.match(number) ?? [];
  const words = koreanWords[phrase] ?? koreanWords[phrase.replace(number, '#')];
  if (words !== undefined) {
    let next = 0;
    return words.replace(/#/g, () => numbers[next++] ?? '#');
  }
  const [, before, unit] = withUnit.exec(phrase) ?? [];
  const known = before === undefined ? undefined : wordsOf(before);
  return known === undefined ? undefined : `${known}${unit}`;
}
