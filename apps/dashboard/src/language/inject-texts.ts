import { computed, inject, type Signal } from '@angular/core';
import { Language } from './language';
import type { LanguageCode } from './language-code';

/** Texts in every language, each of exactly the first one's shape. */
export type Dictionary<Texts> = {
  readonly [Code in LanguageCode]: Code extends 'en' ? Texts : NoInfer<Texts>;
};

/**
 * The texts of the present language.
 *
 * @example
 * const en = { title: 'Race', updates: (count: string) => `${count} updates` };
 * const ko: typeof en = { title: '경주', updates: (count) => `갱신 ${count}건` };
 * protected readonly texts = injectTexts({ en, ko });
 */
export function injectTexts<Texts>(dictionary: Dictionary<Texts>): Signal<Texts> {
  const { code } = inject(Language);
  return computed(() => dictionary[code()]);
}
