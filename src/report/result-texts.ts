import type { Language, Texts } from '../texts/catalogue';
import { CHINESE, type ResultKey } from './chinese';
import { ENGLISH } from './english';

/** For whoever tells of results in either language at once. */
export const RESULT_TEXTS: Readonly<Record<Language, Texts<ResultKey>>> = {
  'zh-CN': CHINESE,
  en: ENGLISH,
};
