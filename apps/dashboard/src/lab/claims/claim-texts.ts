import { en, measuredEn } from './en';
import { ko, measuredKo } from './ko';

/** The claims' words in every language. */
export const claimTexts = {
  en: { claims: en, measured: measuredEn },
  ko: { claims: ko, measured: measuredKo },
};
