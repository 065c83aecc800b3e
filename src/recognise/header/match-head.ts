import { remembering } from '../../model/remember';
import { normaliseText } from '../../quantity/normalise';
import {
  HEAD_PARTS,
  NO_ROLE,
  OTHER_YEARS,
  WEAK_HEADS,
  WHOLE_HEADS,
  type HeadRole,
} from '../vocabulary/heads';

const BY_LABEL: ReadonlyMap<string, HeadRole> = new Map(
  (Object.entries(WHOLE_HEADS) as [HeadRole, readonly string[]][]).flatMap(([role, labels]) =>
    labels.map((label): [string, HeadRole] => [label, role]),
  ),
);

export const LONGEST_HEAD = 30;
const HEAD_HINT = /[标值分级重成况质号位因注明准则法点依序编评考验核自项内类务数划际题施度符]/;
/**
 * A head without what varies: white space, `(A)`, `(万元)`, `（分）`, trailing marks.
 * `年初目标值(A)` and `年初 目标值` are one head.
 */
export function headLabel(text: string): string {
  return normaliseText(text)
    .replace(/\([^()]*\)?/g, '')
    .replace(/^[\d.、)]+/, '')
    .replace(/[:;,.。*★%)]+$/, '')
    .replace(/[A-Z]$/, '');
}

export interface HeadMatch {
  readonly role: HeadRole;
  readonly label: string;
  /** 1 for a term of the vocabulary, 0.8 for a part of one. */
  readonly confidence: number;
}

/** A head broken over two rows, 一级 above 指标: both together are a term of the vocabulary. */
export const isBrokenHead = (above: string, text: string): boolean =>
  above !== '' && text.length <= 4 && BY_LABEL.has(headLabel(`${above}${text}`));

/** Reads one head cell. Null where it is no head of an indicator table. */
export const matchHead = (text: string): HeadMatch | null =>
  text.length > LONGEST_HEAD ? null : headOf(text);

/** Forms come from few templates: their heads are the same thousands of times. */
const headOf = remembering(2000, (text): HeadMatch | null => {
  if (!HEAD_HINT.test(text)) return null;
  const label = headLabel(text);
  return label === '' ? null : (matchLabel(label) ?? matchLabel(label.replace(OF_A_YEAR, '')));
});

/** 2023年目标 is a 目标; what the other years had is told apart where all heads are known. */
const OF_A_YEAR = /^年度?(?=.)/;

function matchLabel(label: string): HeadMatch | null {
  const exact = BY_LABEL.get(label);
  if (exact) return { role: exact, label, confidence: 1 };
  const weak = Object.hasOwn(WEAK_HEADS, label) ? WEAK_HEADS[label] : undefined;
  if (weak) return { role: weak, label, confidence: 0.7 };
  if (label.length > 18 || /^(注|总|合计|小计|项目名称|项目资金)/.test(label)) return null;
  // 自评扣分 counts the points taken off; it is no score.
  if (/扣分(情况|数|值)?$/.test(label) || OTHER_YEARS.test(label)) return null;
  for (const [pattern, role] of HEAD_PARTS) {
    if (pattern.test(label)) return { role, label, confidence: 0.8 };
  }
  return null;
}

/** A head whose words say that the column is none of the indicator block's. */
export const saysNoRole = (text: string): boolean =>
  text.length > LONGEST_HEAD || NO_ROLE.test(normaliseText(text));
