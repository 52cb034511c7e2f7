import { isLanguageCode, languageCodes, type LanguageCode } from './language-code';

/** Where a language may be asked for, strongest first. */
export interface LanguageWishes {
  /** The query of the address: `?lang=ko`. */
  readonly search: string;
  /** What the viewer chose on this device. */
  readonly stored: string | null | undefined;
  /** The browser's languages, most wanted first: `ko-KR`, `en`. */
  readonly browser: readonly string[];
}

/** The language of the address, else the viewer's, else the browser's first that there is, else English. */
export function languageOf({ search, stored, browser }: LanguageWishes): LanguageCode {
  const addressed = new URLSearchParams(search).get('lang');
  const wished = [addressed, stored, ...browser.map((tag) => tag.split('-')[0])];
  return wished.find(isLanguageCode) ?? languageCodes[0];
}
