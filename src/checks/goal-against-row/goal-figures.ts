import { once } from '../../model/remember';
import type { Indicator } from '../../model/table';
import { figureInSentence } from '../../quantity/figure-in-sentence';
import { conversion } from '../../quantity/units';

/** One count of a goal: 举办培训班10期. */
export interface GoalFigure {
  readonly text: string;
  readonly value: number;
  readonly unit: string;
  /** The words of its clause. */
  readonly words: string;
}

const LONGEST = 600;
/** Clauses that tell of other years, parts, changes or bounds between which the figure lies. */
const ASIDE =
  /上年|去年|往年|同比|环比|累计|其中|比.{0,6}年|十四五|规划期|[两二三四五\d]年内|到\s*20\d\d年|至今|截至|左右|余|约|以来|剩余|平均/;

const NUMBERED = /(?:^|[\n；;。])\s*1[.．、][^]*[\n；;。]\s*2[.．、]/;

/** The figures of a goal, one a clause; a clause with several or none says nothing here. */
export function goalFigures(goal: string): GoalFigure[] {
  if (goal.length > LONGEST) return [];
  const isNumbered = NUMBERED.test(goal);
  return goal.split(/[，,；;。、：:\n（）()]/).flatMap((part) => {
    const text = part.replace(/^\s*(?:目标)?\d{1,2}\s*(?:[.．](?!\d)|、)\s*/, '').trim();
    // 1.12场 of a numbered list may be 12场.
    if (ASIDE.test(text) || (isNumbered && /^\d{1,2}[.．]\d/.test(text))) return [];
    const said = figureInSentence(text, 'actual');
    const { value = null, unit = null } = said?.figure ?? {};
    if (!said || said.change !== null || value === null || unit === null) return [];
    return [{ text, value, unit, words: said.words }];
  });
}

/** Of a name, the part in common that makes it the same thing. */
const SAME = 0.75;
const SHORTEST = 3;

/** The one row that the words of a figure name, with a figure of the same unit; null: none or several. */
export function rowOf(
  { words, unit }: GoalFigure,
  indicators: readonly Indicator[],
  role: 'target' | 'actual',
): Indicator | null {
  const thing = plainThing(words);
  const named = indicators.filter((row) => row.parent === null && isNamed(row, words, thing));
  const [row] = named;
  if (!row || named.length > 1) return null;
  const { value, kind, unit: own } = row[role];
  if (value === null || kind === 'date') return null;
  const counted = own ?? row.target.unit;
  if (counted === null) return null;
  if (counted === unit) return row;
  const factor = conversion(counted, unit);
  return factor?.decimal === 1 ? row : null;
}

/**
 * 开展直播93场 where the goal was 开展直播80场: of 融媒直播场次, the one row with 80场 as its target. Null without
 * such a goal, and where several rows have its figure or the one has no word in common.
 */
export function rowPlanned(
  { words, unit }: GoalFigure,
  planned: readonly GoalFigure[],
  indicators: readonly Indicator[],
): Indicator | null {
  const [plan, ...others] = planned.filter((one) => one.words === words && one.unit === unit);
  if (!plan || others.length > 0) return null;
  const [row, ...more] = indicators.filter(
    ({ parent, target }) =>
      parent === null && target.value === plan.value && target.unit === plan.unit,
  );
  if (!row || more.length > 0 || row.actual.value === null || row.actual.unit !== unit) return null;
  const thing = plainThing(words).replace(DONE, '');
  return shareRun(row.name, thing, 2) ? row : null;
}
/** What is done with everything names nothing. */
const DONE = /^(?:开展|举办|组织|召开|进行)+|(?:活动|工作)/g;

/** Whether the words of a figure, or the thing that they tell of, name a row. */
function isNamed(row: Indicator, words: string, thing: string): boolean {
  const own = namedBy(row);
  const enough = Math.max(SHORTEST, Math.ceil(own.plain.length * SAME));
  return shareRun(own.plain, words, enough) || (thing.length >= SHORTEST && own.thing === thing);
}

/** What the name of a row says, without how it is counted, and without the verb. */
const namedBy = once(({ name }: Indicator) => ({
  plain: onlyChinese(name).replace(
    /(?:数量|次数|人数|户数|个数|场次|期数|批次|台数|份数|总数|总量|长度|面积|里程|规模|数|率)$/,
    '',
  ),
  thing: plainThing(name),
}));

const onlyChinese = (text: string): string => text.replace(/[^\u4e00-\u9fff]/g, '');

/** 新建高标准农田 and 建成高标准农田: the verbs differ only in when. */
const MADE = /^(?:新建|新增|建设|建成|建造|实施|完成)+/;
const plainThing = (words: string): string => onlyChinese(words).replace(MADE, '');

/** Whether two texts have so many characters in a row in common. */
function shareRun(a: string, b: string, length: number): boolean {
  for (let at = 0; at + length <= a.length; at += 1) {
    if (b.includes(a.slice(at, at + length))) return true;
  }
  return false;
}
