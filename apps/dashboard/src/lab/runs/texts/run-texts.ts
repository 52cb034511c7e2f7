import { en } from './en';
import { ko } from './ko';

/** The texts of runs in every language. */
export const runTexts = { en, ko };
