import type { RowScore, TableResult } from '../../../model/score';
import type { Indicator } from '../../../model/table';
import { subtract } from '../../../quantity/exact';
import { asScored } from '../../as-scored';
import type { ReportContext } from '../check';
import { written, type Figure } from '../facts/figure';
import { goalsIn } from '../facts/goals';
import { isChange, isPlan, isPrior, scopesOf, asOfRows, type Statement } from '../facts/statement';
import { compareRowFacts } from './row-facts';
import { notTold, type Comparison } from './comparison';
import { behindName, pointsTold } from './row-points';
import { isOfOtherRow, isOfOtherYear, isPartOfRow } from './other-row';
import { sharesPair } from '../relations/likeness';
import { placesOf, TELLS, wantedOf, type Spoken, type Value, type Wanted } from './named-places';
import { shortlyTold } from './short-telling';
import { segmentBefore } from '../facts/segment-before';

/** Every place where the report gives a figure for an indicator (domain rule E04). */
export function compareIndicators(told: ReportContext, standing: TableResult): Comparison[] {
  const result = asScored(standing);
  const { table } = result;
  const wanted = wantedOf(table);
  const context = { ...told, statements: told.statements.map(asOfRows) };
  const rows = new Map(table.indicators.map((indicator, index) => [indicator, result.rows[index]]));
  const around = { goal: goalsIn(context.report, context.statements), year: context.year };
  const named = withoutNamesakes(
    context.statements.flatMap((statement) => inSentence(statement, wanted, around, rows)),
  );
  const all = [...named, ...shortlyTold(context, around.goal, result, wanted, named)];
  const missing = wanted.flatMap(({ indicator, actual }): Comparison[] =>
    actual !== null && !all.some(({ fact }) => fact === indicator.name)
      ? [notTold('indicator', indicator.name, indicator.actualCell, actual.text)]
      : [],
  );
  return [...all, ...missing];
}

/** Of two rows of one name either may be told: what one of them fits is no difference to the other. */
function withoutNamesakes(told: readonly Comparison[]): readonly Comparison[] {
  const keyOf = ({ kind, fact, told: place }: Comparison): string =>
    [kind, fact, place?.statement.paragraph, place?.statement.text, place?.at].join('|');
  const fitting = new Set(told.filter(({ verdict }) => verdict === 'same').map(keyOf));
  // 新增26公里，累计126公里: what the row has is told in the same breath.
  const breath = ({ kind, fact, told: place }: Comparison): string =>
    [kind, fact, place?.statement.paragraph, place?.statement.text].join('|');
  const rightly = new Set(
    told.filter(({ verdict, kind }) => verdict === 'same' && kind === 'indicator').map(breath),
  );
  return told.filter(
    (one) =>
      one.verdict === 'same' ||
      !(fitting.has(keyOf(one)) || (rightly.has(breath(one)) && !claimsDone(one))),
  );
}

/** 实际完成 right before the figure: said to be what was done. */
const claimsDone = ({ told }: Comparison): boolean =>
  told !== null && /(?:实际|完成)[^，。；：]*$/.test(told.statement.text.slice(0, told.at));

/** What else decides of which version a figure is. */
interface Around {
  readonly goal: ReturnType<typeof goalsIn>;
  /** The year evaluated. */
  readonly year: number | null;
}

type Rows = ReadonlyMap<Indicator, RowScore | undefined>;

function inSentence(
  statement: Statement,
  wanted: readonly Wanted[],
  around: Around,
  rows: Rows,
): Comparison[] {
  if (!/\d/.test(statement.text)) return [];
  const places = placesOf(statement, wanted);
  return places.flatMap((spoken) => {
    const values = judged(statement, spoken, around);
    const facts = compareRowFacts(statement, spoken, rows.get(spoken.wanted.indicator) ?? null);
    return [
      ...values.filter((one) => !isOfOtherRow(statement, one, wanted)),
      ...facts.filter((fact) => !values.some((value) => isTwice(value, fact))),
    ];
  });
}

/** Signs before a figure that belong to it as it is written: ≥, 约. */
const BEFORE_FIGURE = 3;

/** One fact at one place, as a value and as it is written. */
const isTwice = (value: Comparison, fact: Comparison): boolean =>
  value.kind === fact.kind &&
  value.verdict === fact.verdict &&
  value.told !== null &&
  fact.told !== null &&
  Math.abs(value.told.at - fact.told.at) <= BEFORE_FIGURE;

const DERIVED = /(?:完成率|达成率|得分率|执行率|支出率|完成度|完成比例)(?:为|是|达到?|约|：|:)?$/;
const FALLING = /(?:下降|降低|减少|降)[^\d]{0,4}$|[-－−]$/;
const NARROW =
  /其中|季度|上半年|下半年|\d月|同比|比上年|比计划|截至\d*年?[1-9]月|超|少|差|低于|高于|余下|剩余|未完成/;
/** Before the name: of a part or another time. */
const PART_BEFORE = /其中|季度|上半年|下半年|\d月|新增$|^(?:而)?(?:上年|去年|上一年)/;
/** 窗口服务评分扣0.9分, of a row whose actual is in 分 as well. */
const POINTS_NOT_DONE = /(?:扣|分值|满分)(?:为|：|:)?$/;
const GOT = /得分?(?:为|：|:)?$/;
/** 分值2分，得1.6分: what was got is told of the points beside it. */
const isWeight = ({ label }: Figure): boolean => /分值$/.test(label);

/** A figure as said, with what makes it negative: `-1.2%`, `下降1.2%`. */
const signed = ({ value, label }: Figure, actual: number): number =>
  actual < 0 && FALLING.test(label) ? -value : value;

function judged(
  statement: Statement,
  { wanted, at, from, end, full }: Spoken,
  around: Around,
): Comparison[] {
  const own = statement.figures.filter((figure) => figure.start >= from && figure.start < end);
  const { indicator, actual, target } = wanted;
  return [
    ...(actual === null
      ? []
      : ofActual(statement, own, { indicator, actual, target, full, from, nameStart: at, around })),
    ...(target === null || !full ? [] : ofTarget(statement, own, indicator, target, actual)),
    ...(full ? pointsTold(statement, own, indicator, from) : []),
  ];
}

interface Question {
  readonly indicator: Indicator;
  readonly actual: Value;
  readonly target: Value | null;
  readonly full: boolean;
  readonly from: number;
  readonly nameStart: number;
  readonly around: Around;
}

/** What was reached; a figure of the clauses that agrees settles it, else the one that claims to be it. */
function ofActual(
  statement: Statement,
  own: readonly Figure[],
  { indicator, actual, target: wantedTarget, full, from, nameStart, around }: Question,
): Comparison[] {
  const { text } = statement;
  const lead =
    text
      .slice(Math.max(0, from - 24), from)
      .split(/[、，；。]/)
      .at(-1) ?? '';
  const figures = own.filter(
    (figure) =>
      (figure.unit === actual.unit || (actual.unit === '' && figure.value === actual.value)) &&
      !DERIVED.test(text.slice(from, figure.start)) &&
      figure.per === actual.per &&
      !POINTS_NOT_DONE.test(figure.label) &&
      !(own.some(isWeight) && GOT.test(figure.label)),
  );
  // 12处集中供水工程: the figure stands right before the name.
  const before = statement.figures.filter(
    (figure) =>
      full &&
      figure.unit === actual.unit &&
      figure.end <= nameStart &&
      nameStart - figure.end <= 2 &&
      !/[，。；：、]/.test(text.slice(figure.end, nameStart)),
  );
  const candidates = figures.filter(
    (figure) =>
      !isOther(behindName(text, figure, from), text.slice(from, figure.start)) &&
      !isTarget(behindName(text, figure, from), wantedTarget),
  );
  const equal =
    [...candidates, ...before].find((figure) => fits(figure, actual)) ??
    (candidates.length === 0 ? figures.find((figure) => fits(figure, actual)) : undefined);
  const sum = figures.reduce((all, { value }) => all + value, 0);
  const at = (figure: Figure) => ({ statement, at: figure.start });
  const base = {
    kind: 'indicator' as const,
    fact: indicator.name,
    cell: indicator.actualCell,
    expected: actual.text,
  };
  if (equal)
    return [{ ...base, told: at(equal), verdict: 'same', found: written(equal), sure: true }];
  // 县道沿线95%，乡道沿线92.2%，平均93.6%: the whole is told behind its parts.
  const mean = figures.find(
    (figure) => fits(figure, actual) && /平均|累计|总[体计]?|合计|综合/.test(figure.label),
  );
  if (mean) return [{ ...base, told: at(mean), verdict: 'same', found: written(mean), sure: true }];
  const [first] = candidates;
  if (!first || isPlanned(statement, first, indicator) || isOfOtherYear(text, first, around.year))
    return [];
  if (Math.abs(sum - actual.value) < 1e-9 || first.rough) return [];
  if (isPartOfRow(statement.figures, first, actual)) return [];
  const scopes = scopesOf(lead).filter((scope) => !indicator.name.includes(scope));
  if (scopes.length > 0 || PART_BEFORE.test(lead) || isIntended(statement, from)) return [];
  if (around.goal(statement, first.start)) return [];
  const near = first.start - from <= MOST_BETWEEN || /实际|完成值|完成|达到?/.test(first.label);
  const sure = near && !isNarrowed(text, nameStart, indicator);
  return [{ ...base, told: at(first), verdict: 'differs', found: written(first), sure }];
}

/** 年度目标为养护公路120公里，维修桥梁8座: what equals the target in a list of what was to be done is the target. */
function isPlanned({ text }: Statement, figure: Figure, { target }: Indicator): boolean {
  const segment = segmentBefore(text, figure.start);
  const plan = segment.search(/(?:目标|计划|任务)(?:任务|值|数)?(?:为|是|：|:)/);
  const isOpen = (at: number, words: string): boolean =>
    at >= 0 && !/实际|完成|达到|实现|已/.test(words.slice(at));
  // 2024年计划新建泵站14座、整治河道32公里、新增灌溉面积1.2万亩
  const clause = segment.split('，').at(-1) ?? '';
  const opened =
    isOpen(plan, segment) ||
    isOpen(clause.search(/(?<![按照依比较超据])计划[^、]*\d[^、]*、/), clause);
  return opened && target.kind !== 'date' && target.text.includes(figure.text);
}

/** 农民工培训合格率, 未发放补贴人数: words right before the name make it a part of the row, or another thing. */
function isNarrowed(text: string, nameStart: number, { name }: Indicator): boolean {
  const clause =
    text
      .slice(0, nameStart)
      .split(/[，。；：、:;（(“"]/)
      .at(-1) ?? '';
  const words = clause.replace(TELLS, '').replace(/[^\u4e00-\u9fff]/g, '');
  return /[未无不]$/.test(clause) || (words.length > 1 && !sharesPair(words, name));
}

/** Further from the name a figure may be of something named between. */
const MOST_BETWEEN = 16;

const OF_TARGET = /^的?(?:年[度初]|全年|预期|既定|计划)?(?:目标|指标值|计划|要求|任务)/;
const SHORT_OF = /(?:未达到?|没有?达到?|未完成|低于|不足|与)[^，。；\d]{0,4}$|任务$/;

/** 未达到52公里的目标, 与98%的目标相差; 未达到80% of a row whose target it is. */
const isTarget = ({ label, tail, value }: Figure, target: Value | null): boolean =>
  OF_TARGET.test(tail) || (SHORT_OF.test(label) && target?.value === value);

/** 供餐天数未达标，主要是因停课4天: what a cause is told of. */
const CAUSE = /因(?!此)|由于|导致|影响/;

const isOther = (figure: Figure, words: string): boolean =>
  isPlan(figure) ||
  isPrior(figure) ||
  isChange(figure) ||
  CAUSE.test(words) ||
  NARROW.test(figure.label) ||
  /(?:由|从)[^，]*$/.test(figure.label) ||
  scopesOf(words).length > 0;

const PLAN_BEFORE = /(?:目标|计划|预期|预计|拟|应|原定|要求)(?:(?!实际|情况|已)[^，。；]){0,16}$/;
const BY_PLAN =
  /(?:按照?|依|据|照|超过|超额|完成|达到|实现)[^，。；]{0,8}(?:目标|计划|预期|要求)[^，。；]{0,6}[，、]?[^，。；]{0,16}$/;
/** The clause tells what was to be done. */
function isIntended({ text }: Statement, from: number): boolean {
  const before = text.slice(Math.max(0, from - 40), from);
  const clause = before.split(/[，；。]/).at(-1) ?? '';
  return PLAN_BEFORE.test(clause) && !BY_PLAN.test(before);
}

function fits(figure: Figure, wanted: Value): boolean {
  const slack = figure.rough
    ? Math.abs(wanted.value) * 0.05
    : figure.factor > 1
      ? (figure.factor * 10 ** -figure.decimals) / 2
      : 0;
  return Math.abs(signed(figure, wanted.value) - wanted.value) <= slack + 1e-9;
}

const TARGET =
  /(?:指标值|目标值|年度目标|年初目标|目标|计划)(?:值|数|为|是|：|:|≥|≤|[>＞<＜]=?|不低于|不少于|不超过|[（(])*$/;

function ofTarget(
  statement: Statement,
  own: readonly Figure[],
  indicator: Indicator,
  target: Value,
  actual: Value | null,
): Comparison[] {
  return own.flatMap((figure): Comparison[] => {
    // 目标3：… is the third.
    const ordinal = /^[：:]/.test(statement.text.slice(figure.end));
    const other = ordinal || isPrior(figure) || isChange(figure);
    if (other || !TARGET.test(figure.label) || figure.unit !== target.unit) return [];
    // 目标为95%以上 is a bound, not about 95%.
    const same = fits({ ...figure, rough: figure.rough && figure.bound === null }, target);
    // 38.72万亩，超过目标0.22万亩: by how much, or what was exceeded.
    const isBeyond = /超(?:过|出|额)[^，。；\d]{0,6}$/.test(figure.label);
    const excess = actual === null ? null : Math.abs(subtract(actual.value, target.value));
    if (isBeyond && excess !== null && Math.abs(figure.value - excess) < 1e-6) return [];
    return [
      {
        kind: 'target',
        fact: indicator.name,
        cell: indicator.targetCell,
        told: { statement, at: figure.start },
        verdict: same ? 'same' : 'differs',
        expected: target.text,
        found: written(figure),
        sure: !isBeyond,
      },
    ];
  });
}
