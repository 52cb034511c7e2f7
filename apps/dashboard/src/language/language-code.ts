/** The languages the page is written in, the first one when nothing says otherwise; codes of ISO 639-1. */
export const languageCodes = ['en', 'ko'] as const;

/** A language the page is written in. */
export type LanguageCode = (typeof languageCodes)[number];

/** Whether `value` names a language the page is written in. */
export const isLanguageCode = (value: unknown): value is LanguageCode =>
  languageCodes.some((code) => code === value);
