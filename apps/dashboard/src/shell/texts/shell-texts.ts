import { en } from './en';
import { ko } from './ko';

/** The texts of the frame around every page, in every language. */
export const shellTexts = { en, ko };
