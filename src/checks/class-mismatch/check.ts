import type { Check } from '../check';
import { TARGET_ONLY } from '../check';
import { findingOf } from '../finding-of';
import { brief } from '../wording';
import { classOf, misplaced, misplacedLevel } from './classes';

/** A second level under the wrong first level is said once, at its first row. */
export const classMismatch: Check = {
  id: 'class-mismatch',
  code: 'JX414',
  severity: 'info',
  basis: 'check.class-mismatch.basis',
  kinds: TARGET_ONLY,
  scope: 'row',
  everyRow(context) {
    let level1: string | null = null;
    let level2: string | null = null;
    let current = classOf(null);
    return (indicator) => {
      const begins = indicator.level2 !== level2 || indicator.level1 !== level1;
      if (begins) {
        level1 = indicator.level1;
        level2 = indicator.level2;
        current = classOf(level2);
        if (misplacedLevel(level1, current)) {
          const data = { name: brief(level2 ?? ''), level: brief(level1 ?? '') };
          const variant = 'level';
          const cell = indicator.nameCell;
          return findingOf(classMismatch, context, cell, { variant, data, found: level2 });
        }
      }
      if (current === null || indicator.parent !== null) return null;
      const variant = misplaced(indicator.name, current);
      if (variant === null) return null;
      const data = { name: brief(indicator.name), level: brief(level2 ?? '') };
      const cell = indicator.nameCell;
      return findingOf(classMismatch, context, cell, { variant, data, found: level2 });
    };
  },
};
