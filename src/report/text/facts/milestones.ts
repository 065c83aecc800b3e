import type { Statement } from './statement';

/** A day or month by which a step of a project was taken, as written. */
export interface Milestone {
  readonly statement: Statement;
  readonly at: number;
  readonly text: string;
  /** 年×10000 + 月×100 + 日; where no day is told, the first and the last day of the month. */
  readonly first: number;
  readonly last: number;
  readonly step: Step;
  /** As written: 开工, 签订合同. */
  readonly words: string;
  /** The words between the day and the step: 二标段 of 3月二标段开工. */
  readonly between: string;
}

/** The steps of works in their order. */
export const STEPS = ['tendered', 'signed', 'begun', 'done', 'accepted'] as const;
export type Step = (typeof STEPS)[number];

const DATE =
  /(?<![\d.])(?:(20\d\d)年)?(\d{1,2})月(?:(\d{1,2})日)?(?:底|末|初|上旬|中旬|下旬|份)?(?![-—–~～至到\d])/g;
const STEP_WORDS: readonly (readonly [Step, RegExp])[] = [
  [
    'begun',
    /^([^，。；、\d]{0,10}?)(?:正式|全面)?(开工|动工|启动建设|开始施工|进场施工|(?:启动|开始)(?:实施)?(?=[，。；]|$))/,
  ],
  [
    'accepted',
    /^([^，。；、\d]{0,10}?)((?:竣工|交工|最终)验收|通过(?:了)?(?:[县市省]级)?(?:竣工|交工|最终|整体)?验收|(?<![\u4e00-\u9fff]{2})验收合格)/,
  ],
  ['done', /^([^，。；、\d]{0,10}?)(?:全部|全面|正式)?(完工|竣工|交工|建成)(?!的)/],
  ['tendered', /^([^，。；、\d]{0,8}?)(?:完成|组织|进行)?(?:公开)?(招标|招投标|开标|中标)/],
  ['signed', /^(?!补充)([^，。；、\d]{0,8}?)(签订[^，。；、补]{0,6}合同|合同签订)/],
];
/** Supposed, or of a year that the date does not tell. */
const SUPPOSED = /计划|预计|拟|原定|力争|确保|应|预期|上年|[次翌来]年|第二年|前$/;
/** A day put off with consent is another day by which it was due. */
const PUT_OFF = /批准|同意|调整|顺延|延[期长]至/;

const PLANNED =
  /(?:计划|原定|要求|应于?|约定|目标)[^，。；\d]{0,8}(?:(20\d\d)年)?(\d{1,2})月(?:(\d{1,2})日)?(?:底|末)?(?:之?前|底前|完[成工]|竣工|交付)/;
const ACTUAL =
  /实际[^，。；\d]{0,8}(?:(20\d\d)年)?(\d{1,2})月(?:(\d{1,2})日)?(?:底|末)?[^，。；\d]{0,6}(?:完[成工]|竣工|交付|建成|验收|下达|拨付|发放|到位|上线|印发|报送)/;

/** 计划6月底前完成，实际9月20日完成: done after the day by which it was due, as told in one sentence; null where not. */
export function lateIn({ text }: Pick<Statement, 'text'>): { at: number; text: string } | null {
  const [due, done] = [PLANNED.exec(text), ACTUAL.exec(text)];
  if (!due || !done || due.index > done.index) return null;
  if (PUT_OFF.test(text.slice(due.index + due[0].length, done.index))) return null;
  if ((due[1] === undefined) !== (done[1] === undefined)) return null;
  const dayOf = (match: RegExpExecArray): number =>
    Number(match[1] ?? 0) * 10_000 + Number(match[2]) * 100 + Number(match[3] ?? 31);
  // A month alone is its last day for both.
  const late = dayOf(done) > dayOf(due) && Number(done[2]) !== Number(due[2]);
  return late || (done[3] !== undefined && due[3] !== undefined && dayOf(done) > dayOf(due))
    ? { at: done.index, text: done[0] }
    : null;
}

/** When it was done, as told: 实际于6月28日完工. */
export function doneIn({ text }: Pick<Statement, 'text'>): { at: number; text: string } | null {
  const done = ACTUAL.exec(text);
  return done && { at: done.index, text: done[0] };
}

const GAP = /(?:提前|推迟|延[迟期后]|超期|逾期|滞后|[晚早])了?(\d+)(?:天|日)(?!内|前)/;
/** Whether the last day counts is told nowhere. */
const MOST_OFF = 1;
const DAY = 86_400_000;

/** 应于6月30日前完工，6月28日完工，提前12天: days ahead or behind that the two days do not give; null where they do. */
export function wrongGapIn({ text }: Pick<Statement, 'text'>): { at: number; text: string } | null {
  const [due, done, gap] = [PLANNED.exec(text), ACTUAL.exec(text), GAP.exec(text)];
  if (!due?.[3] || !done?.[3] || !gap || done.index > gap.index || due.index > done.index)
    return null;
  if ((due[1] === undefined) !== (done[1] === undefined)) return null;
  if (PUT_OFF.test(text.slice(due.index + due[0].length, done.index))) return null;
  const dayOf = ([, year, month, day]: RegExpExecArray): number =>
    Date.UTC(Number(year ?? 2001), Number(month) - 1, Number(day)) / DAY;
  const apart = Math.abs(dayOf(due) - dayOf(done));
  const isOff = Math.abs(apart - Number(gap[1])) > MOST_OFF;
  return isOff ? { at: gap.index, text: gap[0] } : null;
}

/** The steps of works that a sentence tells with their days; a date without its year is of the one before. */
export function milestonesOf(statement: Statement): Milestone[] {
  const { text } = statement;
  let year: number | null = null;
  return [...text.matchAll(DATE)].flatMap((match): Milestone[] => {
    year = match[1] === undefined ? year : Number(match[1]);
    const rest = text.slice(match.index + match[0].length);
    const found = STEP_WORDS.flatMap(([step, pattern]) => {
      const [, between, words] = pattern.exec(rest) ?? [];
      return between === undefined || words === undefined ? [] : [{ step, between, words }];
    })[0];
    const clause =
      text
        .slice(0, match.index)
        .split(/[，。；]/)
        .at(-1) ?? '';
    if (!found || year === null || SUPPOSED.test(clause)) return [];
    const month = year * 10_000 + Number(match[2]) * 100;
    const [first, last] = [month + Number(match[3] ?? 1), month + Number(match[3] ?? 31)];
    return [{ statement, at: match.index, text: match[0], first, last, ...found }];
  });
}
