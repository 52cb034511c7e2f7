import { en } from './en';
import { ko } from './ko';

/** The board's texts in every language. */
export const quotesTexts = { en, ko };
