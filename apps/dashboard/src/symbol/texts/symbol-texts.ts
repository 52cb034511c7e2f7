import { en } from './en';
import { ko } from './ko';

/** The symbol page's texts in every language. */
export const symbolTexts = { en, ko };
