import { en } from './en';
import { ko } from './ko';

/** The network view's texts, by language. */
export const networkTexts = { en, ko };
