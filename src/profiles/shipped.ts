import type { Profile } from '../model/profile';
import { cnMof2020 } from './cn-mof-2020';
import { cnRubric } from './cn-rubric';
import { gdRubric } from './gd-rubric';
import { PLACES } from './places';
import { RUBRIC_PLACES } from './rubric-places';

export { cnRubric };

export interface Shipped {
  readonly profile: Profile;
  /** Its title for people who read English. */
  readonly english: string;
}

export const SHIPPED: readonly Shipped[] = [
  {
    profile: cnMof2020,
    english: 'National form for projects (execution 10, outputs 50, benefits 30, satisfaction 10)',
  },
  {
    profile: cnRubric,
    english: 'Scoring form of any place (by its 评分标准, weights as on the form)',
  },
  {
    profile: gdRubric,
    english: 'Guangdong scored table (points off by 评分标准, weights as on the form)',
  },
  ...PLACES,
  ...RUBRIC_PLACES,
];
