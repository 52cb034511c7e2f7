import { en } from './account-en';
import { ko } from './account-ko';

/** The texts of the connection's account, in every language. */
export const accountTexts = { en, ko };
