import { en } from './en';
import { ko } from './ko';

/** The texts of auto mode's account, in every language. */
export const autoTexts = { en, ko };

/** Them in one language. */
export type AutoTexts = typeof en;
