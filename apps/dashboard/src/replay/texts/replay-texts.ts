import { en } from './en';
import { ko } from './ko';

/** The texts of replay, in every language. */
export const replayTexts = { en, ko };
