import type { ReportText, Sentence } from '../read-report';
import { multiply } from '../../../quantity/exact';
import { once } from '../../../model/remember';
import { figuresOf, type Figure } from './figure';

/** A sentence with its figures. */
export interface Statement extends Sentence {
  readonly figures: readonly Figure[];
  /** The sentence before it in the same paragraph. */
  readonly before: Statement | null;
  /** The head that its paragraph begins with, （四）“三公”经费。; `''` where it begins otherwise. */
  readonly head: string;
  /** The last figures told before it in the same paragraph. */
  readonly earlier: readonly Figure[];
}

const MOST_EARLIER = 8;
const RUN_IN = /^(?:\d+[.、])?[^，；\d]{2,20}。$/;

const figuresIn = once(({ text }: Sentence): readonly Figure[] => figuresOf(text));

/** Every sentence of a report with its figures, in reading order. */
export function statementsOf({ sentences }: ReportText): Statement[] {
  const statements: Statement[] = [];
  for (const sentence of sentences) {
    const last = statements.at(-1) ?? null;
    const before = last?.paragraph === sentence.paragraph ? { ...last, before: null } : null;
    const earlier = before ? [...before.earlier, ...before.figures].slice(-MOST_EARLIER) : [];
    const head = before === null ? '' : before.head || (RUN_IN.exec(before.text)?.[0] ?? '');
    statements.push({ ...sentence, figures: figuresIn(sentence), before, head, earlier });
  }
  return statements;
}

const LENGTH = /\d(?:个?小时|个月|分钟|日(?:历天|以?内|之内))/;

const SHARE = /^0\.\d{2,4}$/;
const RATE_BEFORE = /(?:率|满意度|比例)(?:为|是|达到?)?$/;

/** 满意度0.93: a share behind a rate's name is a percentage. */
const asPercent = (figure: Figure): Figure =>
  figure.kind === 'bare' && SHARE.test(figure.text) && RATE_BEFORE.test(figure.label)
    ? { ...figure, kind: 'percent', unit: '%', factor: 100, value: multiply(figure.value, 100) }
    : figure;

/** A sentence as a form's rows are told: how long something took is a figure (9小时内修复), a share a percentage. */
export const asOfRows = (statement: Statement): Statement => {
  const { text, figures } = statement;
  if (!LENGTH.test(text) && !/0\.\d\d/.test(text)) return statement;
  const read = LENGTH.test(text) ? figuresOf(text, true) : figures;
  return { ...statement, figures: read.map(asPercent) };
};

const CHANGE =
  /(?:增长|增加|新增|上升|提高|提升|上涨|下降|降低|减少|压减|精简|削减|调减|调增|核减|追加|缩减|缩短|压缩|节约|节省|增幅|降幅|减幅|涨|增|减|降)(?:了|幅|率|额|为|约|达|幅度|比例)*$/;
/** 超目标500平方米 is by how much. */
const BEYOND = /超(?:出|额)?(?:目标|计划|任务)(?:了|数)?$/;
const TO = /(?:到|至|为)$/;

/** 养护提升68.5公里: work done on something, not more of it. */
const WORK = /(?:提升|提高)(?:了)?$/;
const COMPARED = /比|较|由|从|同期|上年|去年/;

/** Whether a figure says by how much something changed, not how much there is. */
export const isChange = once(
  ({ label, lead, kind }: Figure): boolean =>
    kind === 'percentage-point' ||
    BEYOND.test(label) ||
    (CHANGE.test(label) &&
      !TO.test(label) &&
      !(kind === 'count' && WORK.test(label) && !COMPARED.test(lead))) ||
    /(?:增幅|降幅)/.test(label),
);

const PRIOR =
  /(?:上年|去年|上一年|同期|往年|前年|上年度|历年|以前年度|[较比]20\d\d年)[^，。；]{0,14}$/;

/** Whether a figure is of the year before. */
export const isPrior = once(
  ({ label }: Figure): boolean => PRIOR.test(label) && !/(?:结转|结余)[^，]{0,8}$/.test(label),
);

const PLAN =
  /(?:目标|计划|指标值|任务[数量]|预期|预计|原定|拟|标准值|要求|应(?=完成|达|到|收|建|检|培)|年初设定|概算|(?:下达|承担|分解|安排)(?=[^，。；\d]{2,14}任务(?:为|是)?$))(?:(?!实际|情况|已|超额|完成率)[^，。；：:,;、\d]){0,14}$/;
/** 按计划完成, 超过目标: done, measured by the plan. */
const BY_PLAN =
  /(?:[按依照据循合超过]|完成|达到|实现|落实)(?:了)?(?:年度|全年|绩效|预期|既定|工作|任务|项目){0,2}$/;

/** Whether a figure says what was intended. */
export const isPlan = once(({ label, bound }: Figure): boolean => {
  if (bound !== null) return true;
  const match = PLAN.exec(label);
  return match !== null && !BY_PLAN.test(label.slice(0, match.index));
});

const PERIOD =
  /20\d\d年度?|上半年|下半年|前[一二三四]季度|第?[一二三四1-4](?:[至到-][二三四2-4])?季度|\d{1,2}月?[-—–~～至到]{1,2}\d{1,2}月|\d{1,2}月(?:\d{1,2}日|底|末|份)?|上年|去年|上一年|年初|“?十[一二三四五六]五”?/g;

/** The times named in a sentence up to a figure, without the year the report is on. */
export function periodOf(
  { text }: Pick<Sentence, 'text'>,
  figure: Figure,
  year: number | null,
): string {
  const named = [...text.slice(0, figure.end).matchAll(PERIOD)].map(([time]) =>
    time.replace('度', ''),
  );
  return named.filter((time) => time !== `${year ?? ''}年`).join('');
}

/** Words that narrow what a figure is of: it is not comparable with one that lacks them. */
const SCOPES = /累计|全国|全省|全市|平均|历年|开工以来|项目建设期|年均|日均|月均|人均|户均/g;

export const scopesOf = (text: string): readonly string[] => text.match(SCOPES) ?? [];
