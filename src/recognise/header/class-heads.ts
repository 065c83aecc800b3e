import { readLevelLabel } from '../rows/level-label';
import { isClass } from '../vocabulary/classes';
import type { HeadMatch } from './match-head';

const LONGEST = 16;

/**
 * 产出指标 | 目标值 | 实际值: where no head says 指标名称, the class of the rows below stands over their names.
 * Null for a head that is no class.
 */
export function matchClassHead(text: string): HeadMatch | null {
  if (text === '' || text.length > LONGEST) return null;
  const { label } = readLevelLabel(text);
  return isClass(label) ? { role: 'name', label, confidence: 0.8 } : null;
}
