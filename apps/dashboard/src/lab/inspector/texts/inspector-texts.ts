import { en } from './en';
import { ko } from './ko';

/** The inspector's texts, by language. */
export const inspectorTexts = { en, ko };
