import type { Quantity } from '../../../model/quantity';
import type { RowScore, TableResult } from '../../../model/score';
import type { Indicator } from '../../../model/table';
import { subtract } from '../../../quantity/exact';
import type { ReportContext } from '../check';
import { written, type Figure } from '../facts/figure';
import { goalsIn } from '../facts/goals';
import { isChange, isPlan, isPrior, scopesOf, type Statement } from '../facts/statement';
import { readUnit } from '../facts/units';
import { compareRowFacts } from './row-facts';
import { notTold, type Comparison } from './comparison';
import { plainName } from './names';

/** An indicator as its name and unit are looked for in a report. */
interface Wanted {
  readonly indicator: Indicator;
  /** Its name without 数量, 情况 and the like. */
  readonly core: string;
  readonly actual: Value | null;
  readonly target: Value | null;
}

interface Value {
  readonly value: number;
  readonly unit: string;
  /** Of a price: what it is paid for. */
  readonly per: string | null;
  readonly text: string;
}

const LOOSE_ENDS =
  /(?:完成)?(?:数量|人次数|人数|个数|次数|场次|面积|情况|人次|场次|批次|完成率?|工作|覆盖面|程度|数|量)$/;
const SHORTEST = 3;

const coreOf = (name: string): string => {
  const plain = plainName(name);
  const short = plain.replace(LOOSE_ENDS, '');
  return short.length >= SHORTEST ? short : plain;
};

function valueOf(quantity: Quantity, other: Quantity): Value | null {
  const { value } = quantity;
  if (value === null || (quantity.kind !== 'number' && quantity.kind !== 'percent')) return null;
  if (quantity.kind === 'percent') return { value, unit: '%', per: null, text: `${value}%` };
  const words = quantity.unit ?? other.unit ?? '';
  const unit = readUnit(words, '');
  // Of a row without any unit a bare figure tells the value; of an unknown unit none does.
  return words !== '' && unit.name === ''
    ? null
    : { value: value * unit.factor, unit: unit.name, per: unit.per, text: `${value}${words}` };
}

/** Every place where the report gives a figure for an indicator (domain rule E04). */
export function compareIndicators(context: ReportContext, result: TableResult): Comparison[] {
  const { table } = result;
  const wanted = table.indicators.flatMap((indicator): Wanted[] => {
    const core = coreOf(indicator.name);
    const [actual, target] = [
      valueOf(indicator.actual, indicator.target),
      valueOf(indicator.target, indicator.actual),
    ];
    return core.length >= SHORTEST ? [{ indicator, core, actual, target }] : [];
  });
  const rows = new Map(table.indicators.map((indicator, index) => [indicator, result.rows[index]]));
  const goal = goalsIn(context.report, context.statements);
  const told = context.statements.flatMap((statement) => inSentence(statement, wanted, goal, rows));
  const missing = wanted.flatMap(({ indicator, actual }): Comparison[] =>
    actual !== null && !told.some(({ fact }) => fact === indicator.name)
      ? [notTold('indicator', indicator.name, indicator.actualCell, actual.text)]
      : [],
  );
  return [...told, ...missing];
}

interface Spoken {
  readonly wanted: Wanted;
  readonly from: number;
  readonly end: number;
  readonly length: number;
  /** Its whole name stands there, not just its last word. */
  readonly full: boolean;
}

type IsGoal = ReturnType<typeof goalsIn>;

type Rows = ReadonlyMap<Indicator, RowScore | undefined>;

function inSentence(
  statement: Statement,
  wanted: readonly Wanted[],
  goal: IsGoal,
  rows: Rows,
): Comparison[] {
  if (!/\d/.test(statement.text)) return [];
  const places = placesOf(statement, wanted);
  return places.flatMap((spoken) => [
    ...judged(statement, spoken, goal),
    ...compareRowFacts(statement, spoken, rows.get(spoken.wanted.indicator) ?? null),
  ]);
}

interface Named {
  readonly wanted: Wanted;
  readonly at: number;
  readonly length: number;
  readonly full: boolean;
}

function occurrences(text: string, name: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
    found.push(at);
  return found;
}

/** 巡查731人次 of 巡查人次: the name goes on behind its figure. */
function shortOf({ indicator, actual }: Wanted): string | null {
  const name = plainName(indicator.name);
  const unit = indicator.actual.unit ?? indicator.target.unit ?? '';
  const short = name.slice(0, -unit.length);
  return actual !== null && unit !== '' && name.endsWith(unit) && short.length > 1 ? short : null;
}

/** Where the names of indicators stand in a sentence, each up to the next one. */
function placesOf({ text }: Statement, wanted: readonly Wanted[]): Spoken[] {
  const found = wanted.flatMap((one): Named[] => {
    const whole = occurrences(text, one.core);
    const short = shortOf(one);
    if (short !== null && whole.length === 0) {
      const counted = occurrences(text, short).filter((at) =>
        /\d/.test(text.charAt(at + short.length)),
      );
      if (counted.length > 0) {
        return counted.map((at) => ({ wanted: one, at, length: short.length, full: true }));
      }
    }
    if (whole.length > 0) {
      return whole.map((at) => ({ wanted: one, at, length: one.core.length, full: true }));
    }
    const tail = tailOf(one, wanted);
    return tail === null
      ? []
      : occurrences(text, tail).map((at) => ({
          wanted: one,
          at,
          length: tail.length,
          full: false,
        }));
  });
  // Of names that stand in one another only the longest is meant.
  const kept = found.filter(
    ({ at, length }) =>
      !found.some(
        (other) =>
          other.length > length && other.at <= at && other.at + other.length >= at + length,
      ),
  );
  return kept.map(({ wanted: one, at, length, full }) => {
    const ends = kept.map((other) => other.at).filter((start) => start > at);
    return { wanted: one, from: at + length, end: Math.min(text.length, ...ends), length, full };
  });
}

/** The last word of a rate's name, where no other indicator ends alike: 普及率 of 农村自来水普及率. */
function tailOf({ core, indicator }: Wanted, all: readonly Wanted[]): string | null {
  const tail = /(?:满意度|[\u4e00-\u9fff]{2}率)$/.exec(core)?.[0];
  if (tail === undefined || core === tail) return null;
  return all.some((other) => other.indicator !== indicator && other.core.endsWith(tail))
    ? null
    : tail;
}

const DERIVED = /(?:完成率|达成率|得分率|执行率|支出率|完成度|完成比例)(?:为|是|达到?|约|：|:)?$/;
const FALLING = /(?:下降|降低|减少|降)[^\d]{0,4}$|[-－−]$/;
const NARROW =
  /其中|季度|上半年|下半年|\d月|同比|比上年|比计划|截至\d*年?[1-9]月|超|少|差|低于|高于|余下|剩余|未完成/;
/** Before the name: of a part or another time. */
const PART_BEFORE = /其中|季度|上半年|下半年|\d月/;
const POINTS_OF_ROW = /(?:得分?|自评得分?)(?:为|：|:)?$/;
const LOST_OF_ROW = /扣(?:了|除|减)?(?:分)?(?:为|：|:)?$/;
const WEIGHT_OF_ROW = /(?:分值|满分|权重)(?:为|：|:)?$/;

/** A figure as said, with what makes it negative: `-1.2%`, `下降1.2%`. */
const signed = ({ value, label }: Figure, actual: number): number =>
  actual < 0 && FALLING.test(label) ? -value : value;

function judged(
  statement: Statement,
  { wanted, from, end, length, full }: Spoken,
  goal: IsGoal,
): Comparison[] {
  const own = statement.figures.filter((figure) => figure.start >= from && figure.start < end);
  const { indicator, actual, target } = wanted;
  return [
    ...(actual === null
      ? []
      : ofActual(statement, own, { indicator, actual, full, from, length, goal })),
    ...(target === null || !full ? [] : ofTarget(statement, own, indicator, target)),
    ...(full ? ofPoints(statement, own, indicator) : []),
  ];
}

interface Question {
  readonly indicator: Indicator;
  readonly actual: Value;
  readonly full: boolean;
  readonly from: number;
  readonly length: number;
  readonly goal: IsGoal;
}

/** What was reached; a figure of the clauses that agrees settles it, else the one that claims to be it. */
function ofActual(
  statement: Statement,
  own: readonly Figure[],
  { indicator, actual, full, from, length, goal }: Question,
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
      figure.per === actual.per,
  );
  // 12处集中供水工程: the figure stands right before the name.
  const nameStart = from - length;
  const before = statement.figures.filter(
    (figure) =>
      full &&
      figure.unit === actual.unit &&
      figure.end <= nameStart &&
      nameStart - figure.end <= 2 &&
      !/[，。；：、]/.test(text.slice(figure.end, nameStart)),
  );
  const candidates = figures.filter(
    (figure) => !isOther(behindName(text, figure, from), text.slice(from, figure.start)),
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
  const [first] = candidates;
  if (!first || Math.abs(sum - actual.value) < 1e-9 || first.rough) return [];
  const scopes = scopesOf(lead).filter((scope) => !indicator.name.includes(scope));
  if (scopes.length > 0 || PART_BEFORE.test(lead) || isIntended(statement, from)) return [];
  if (goal(statement, first.start)) return [];
  const sure = first.start - from <= MOST_BETWEEN || /实际|完成值|完成|达到?/.test(first.label);
  return [{ ...base, told: at(first), verdict: 'differs', found: written(first), sure }];
}

/** Further from the name a figure may be of something named between. */
const MOST_BETWEEN = 16;

/** A figure with only what stands behind the name for its words: 增长率 may be of the name. */
const behindName = (text: string, figure: Figure, from: number): Figure => ({
  ...figure,
  label: text.slice(Math.max(from, figure.start - figure.label.length), figure.start),
});

const isOther = (figure: Figure, words: string): boolean =>
  isPlan(figure) ||
  isPrior(figure) ||
  isChange(figure) ||
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
  /(?:指标值|目标值|年度目标|年初目标|目标|计划)(?:值|数|为|是|：|:|≥|≤|不低于|不少于|不超过|[（(])*$/;

function ofTarget(
  statement: Statement,
  own: readonly Figure[],
  indicator: Indicator,
  target: Value,
): Comparison[] {
  return own.flatMap((figure): Comparison[] => {
    if (!TARGET.test(figure.label) || figure.unit !== target.unit || isPrior(figure)) return [];
    const same = fits(figure, target);
    return [
      {
        kind: 'target',
        fact: indicator.name,
        cell: indicator.targetCell,
        told: { statement, at: figure.start },
        verdict: same ? 'same' : 'differs',
        expected: target.text,
        found: written(figure),
        sure: true,
      },
    ];
  });
}

function ofPoints(
  statement: Statement,
  own: readonly Figure[],
  indicator: Indicator,
): Comparison[] {
  return own.flatMap((figure): Comparison[] => {
    if (figure.kind !== 'points' || figure.bound !== null || isPrior(figure)) return [];
    const { score, weight } = indicator;
    const lost = LOST_OF_ROW.test(figure.label);
    const cell =
      lost || POINTS_OF_ROW.test(figure.label)
        ? score
        : WEIGHT_OF_ROW.test(figure.label)
          ? weight
          : null;
    if (cell?.value == null || (lost && weight?.value == null)) return [];
    const expected = lost ? subtract(weight?.value ?? 0, cell.value) : cell.value;
    const verdict = figure.value === expected ? 'same' : 'differs';
    return [
      {
        kind: 'row-score',
        fact: indicator.name,
        cell: cell.cell,
        told: { statement, at: figure.start },
        verdict,
        expected: `${expected}分`,
        found: written(figure),
        sure: true,
      },
    ];
  });
}
