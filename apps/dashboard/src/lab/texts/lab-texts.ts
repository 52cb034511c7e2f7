import { en } from './en';
import { ko } from './ko';

/** The lab's texts in every language. */
export const labTexts = { en, ko };
