import { checkTexts } from '../checks/check-texts';
import { composed, type Texts } from '../texts/catalogue';
import { engine } from '../texts/en/engine';
import { errors } from '../texts/en/errors';
import { report } from '../texts/en/report';
import { scoring } from '../texts/en/scoring';
import type { ResultKey } from './chinese';

export const ENGLISH: Texts<ResultKey> = composed('en', () => ({
  ...checkTexts('en'),
  ...engine,
  ...errors,
  ...report,
  ...scoring,
}));
