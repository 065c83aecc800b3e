import { normaliseText } from '../../quantity/normalise';
import { remembering } from '../../model/remember';
import type { Range } from '../../model/grid';
import { readLevelLabel } from './level-label';

/** What a first level is about, by the national form's order (domain-rules.md §1.7). */
type Family = 'output' | 'effect' | 'satisfaction';

/** What the national form calls each first level. */
const NAMES: Readonly<Record<Family, string>> = {
  output: '产出指标',
  effect: '效益指标',
  satisfaction: '满意度指标',
};

const FIRST: readonly (readonly [RegExp, Family])[] = [
  [/^(项目)?产出(指标)?$/, 'output'],
  [/^(项目)?(效益|效果)(指标)?$/, 'effect'],
  [/^(服务对象)?满意度?(指标)?$/, 'satisfaction'],
];
const SECOND: readonly (readonly [RegExp, Family])[] = [
  [/^(产出)?(数量|质量|时效)(指标)?$/, 'output'],
  [/^(经济|社会|生态|环境|生态环境)效益(指标)?$|^可持续(发展)?影响(指标)?$/, 'effect'],
  [/^(服务|受益)?.{0,6}满意度(指标)?$/, 'satisfaction'],
];

const familyIn = (list: readonly (readonly [RegExp, Family])[], label: string): Family | null =>
  list.find(([pattern]) => pattern.test(label))?.[1] ?? null;

const MOST_REMEMBERED = 500;
const familyOfFirst = remembering(MOST_REMEMBERED, (label: string) => familyIn(FIRST, label));
const familyOfSecond = remembering(MOST_REMEMBERED, (text: string) =>
  familyIn(SECOND, readLevelLabel(normaliseText(text)).label),
);

/** The first level that is open above a row. */
export interface OpenLevel {
  readonly label: string;
  /** Its own cell was lost, too. */
  readonly isInferred: boolean;
  /** The cells that its name is merged over; null for a name in one cell. */
  readonly merge: Range | null;
}

/**
 * What a row's blank first level was called before its merge was undone, by its second level: under
 * 产出指标 nothing is 社会效益指标. Null where what is open may well hold the row. 满意度 may stand among
 * the effects, unless their name was merged and ended above or is lost itself.
 * @param second the text of the row's second level
 */
export function lostLevel(row: number, second: string, open: OpenLevel | null): string | null {
  const family = familyOfSecond(second);
  if (family === null) return null;
  if (open === null) return NAMES[family];
  const own = familyOfFirst(open.label);
  if (own === null || own === family) return null;
  if (family === 'satisfaction' && own === 'effect') {
    const isOver = open.merge !== null && open.merge.bottom < row;
    if (!isOver && !open.isInferred) return null;
  }
  return NAMES[family];
}

/** Whether two names are of one first level: 产出 and 产出指标. */
export function isSameFirst(one: string, other: string): boolean {
  const family = familyOfFirst(one);
  return family !== null && family === familyOfFirst(other);
}
