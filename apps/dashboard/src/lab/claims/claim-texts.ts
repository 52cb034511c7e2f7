import { en, measuredEn } from './en';
import { ko, measuredKo } from './ko';
import { numberTexts } from './number-texts';

/** The claims' words in every language, in the order of the claims. */
export const claimTexts = {
  en: { claims: [...en, ...numberTexts.en], measured: measuredEn },
  ko: { claims: [...ko, ...numberTexts.ko], measured: measuredKo },
};
