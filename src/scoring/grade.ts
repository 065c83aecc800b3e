import type { Profile } from '../model/profile';
import { shareOf } from '../quantity/exact';

/**
 * The grade word of a total: 优 from 90, 良 from 80, 中 from 60 (GRADE), the lower end included. The
 * total is put on a scale of 100 by the profile's table total first.
 */
export function gradeOf(total: number, profile: Profile): string | null {
  const points = shareOf(100, total, profile.tableTotal, 4);
  if (points === null) return null;
  return profile.grades.find(({ from }) => points >= from)?.word ?? null;
}
