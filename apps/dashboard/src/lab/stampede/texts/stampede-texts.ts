import { en } from './en';
import { ko } from './ko';

/** The stampede's texts in every language. */
export const stampedeTexts = { en, ko };
