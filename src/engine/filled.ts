import { isBlank } from '../model/blank';
import type { Fix } from './fixes';

/** A score by itself, put where a person left none: it is the tool's, and a later run may change it. */
export const isFilled = (fix: Fix): fix is Fix & { readonly after: number } =>
  typeof fix.after === 'number' &&
  fix.formula === null &&
  (fix.check === 'score-missing' || (fix.check === 'score-total' && isBlank(fix.before)));
