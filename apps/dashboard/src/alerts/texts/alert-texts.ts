import { en } from './en';
import { ko } from './ko';

/** The alerts' texts in every language. */
export const alertTexts = { en, ko };
