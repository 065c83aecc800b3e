import type { RowScore, TableResult } from '../../../model/score';
import { grouped } from '../../../model/grouped';
import type { Indicator } from '../../../model/table';
import type { ReportContext } from '../check';
import { written, type Figure } from '../facts/figure';
import { isLength } from '../facts/units';
import { isChange, isPlan, isPrior, type Statement } from '../facts/statement';
import type { Comparison, ComparedKind } from './comparison';
import {
  isClose,
  isLikely,
  isLikelyAlone,
  isOfUnit,
  isOneOff,
  isShort,
  likeliest,
  likenessOf,
  type Likeness,
} from './likely-row';
import { wantedInEvidence } from './evidence';
import { gotTold, lostTold } from './lost-points';
import { TELLS, type Wanted } from './named-places';
import { inOtherUnits } from './other-units';
import { plainName } from './names';
import { datesOfCells, datesTold, deadlinesTold } from './short-dates';
import { calledDone } from './called-done';
import { daysLate } from './days-late';
import { proseOf, toldInWords } from './told-in-words';
import { achievementTold, derivedOf, GAP } from './told-beside';
import { segmentBefore } from '../facts/segment-before';

type Rows = ReadonlyMap<Indicator, RowScore | undefined>;
type IsGoal = (statement: Statement, at: number) => boolean;

/**
 * Rows told in other words than their names (选派24名骨干 of 选派骨干进修人数): a figure of a row's
 * unit, one key off what the row has, among words of its name; and what is told beside a row (少20人,
 * 扣0.4分, 为计划的96%). All of it is asked, nothing is claimed.
 */
export function shortlyTold(
  context: ReportContext,
  isGoal: IsGoal,
  result: TableResult,
  byName: readonly Wanted[],
  named: readonly Comparison[],
): Comparison[] {
  const { statements, year } = context;
  const { table, rows: scores } = result;
  const isRight = ({ kind, verdict }: Comparison): boolean =>
    kind === 'indicator' && verdict === 'same';
  const right = new Set(named.filter(isRight).map(({ fact }) => fact));
  const wanted = inOtherUnits([...byName, ...wantedInEvidence(table)]);
  const rows = new Map(table.indicators.map((indicator, at) => [indicator, scores[at]]));
  const ofProject = new Set(plainName(table.project?.value ?? ''));
  const byStatement = grouped(named, ({ told }) => told?.statement ?? null);
  const found = statements.flatMap((statement) => {
    const here = byStatement.get(statement) ?? [];
    return inSentence(statement, { isGoal, wanted, rows, named: here, right, ofProject, year });
  });
  const held = [...named, ...found];
  const cells = proseOf(table);
  return [
    ...found,
    ...lostTold(statements, result, byName, held),
    ...gotTold(statements, byName, held),
    ...daysLate(statements, byName),
    ...datesOfCells(statements, cells, table.indicators),
    ...calledDone(context, byName, rows),
    ...toldInWords(statements, cells, table, byName, held, year),
  ];
}

interface Around {
  readonly isGoal: IsGoal;
  readonly wanted: readonly Wanted[];
  readonly rows: Rows;
  /** What this sentence tells of rows by their names. */
  readonly named: readonly Comparison[];
  /** The rows told rightly somewhere. */
  readonly right: ReadonlySet<string>;
  /** The year evaluated. */
  readonly year: number | null;
  /** The signs of the project's name, which tell none of its rows from another. */
  readonly ofProject: ReadonlySet<string>;
}

/** The row that a sentence speaks of, and since where. */
interface Spoken {
  readonly wanted: Wanted;
  readonly segment: number;
}

function inSentence(statement: Statement, around: Around): Comparison[] {
  const found: Comparison[] = [datesTold, deadlinesTold].flatMap((told) =>
    told(statement, around.wanted, around.named),
  );
  let last: Spoken | null = null;
  for (const figure of statement.figures) {
    if (isYetToCome(statement, figure, around.year)) continue;
    const byName = around.named.filter(({ told }) => isAt(told?.at, figure));
    const spoken: Wanted | null =
      byName.length > 0
        ? (around.wanted.find(({ indicator }) => indicator.name === byName[0]?.fact) ?? null)
        : null;
    if (spoken) {
      last = { wanted: spoken, segment: figure.segment };
      continue;
    }
    if (last && last.segment === figure.segment) {
      const { indicator } = last.wanted;
      const derived = derivedOf(statement, figure, last.wanted, around.rows.get(indicator) ?? null);
      if (derived) {
        found.push(...derived);
        continue;
      }
    }
    const likely = likelyTold(statement, figure, around);
    if (!likely) continue;
    last = { wanted: likely.wanted, segment: figure.segment };
    found.push(...likely.comparisons);
  }
  return found;
}

/** 2025年计划救助1100人次, in a report on 2024. */
const isYetToCome = ({ text }: Statement, { start }: Figure, year: number | null): boolean => {
  const told = [...text.slice(0, start).matchAll(/(20\d\d)年/g)].at(-1);
  const isDone = /实际|完成|已/.test(text.slice(told?.index ?? start, start));
  return told !== undefined && year !== null && Number(told[1]) > year && !isDone;
};

/** Signs before a figure that belong to it as it is written: ≥, 约. */
const BEFORE_FIGURE = 3;
const isAt = (at: number | undefined, { start, end }: Figure): boolean =>
  at !== undefined && at >= start - BEFORE_FIGURE && at < end;

const OTHER_TIME = /季度|上半年|下半年|\d月|上年|去年|同期|历年|往年|其中/;
const BESIDE = /超|少|差|未达|低于|高于|余下|剩余|未完成|缺|多于/;
const FALLS = /下降|降低|减少|增长|上升|提高|增幅/;
const COMPARED = /比|较|由|从/;

/** The row whose unit and words a figure has, and whether it tells what the row has. */
function likelyTold(
  statement: Statement,
  figure: Figure,
  around: Around,
): { wanted: Wanted; comparisons: readonly Comparison[] } | null {
  // 比上年下降26.5% is what a row of that fall has.
  const isOld = isPrior(figure) && !isChange(figure);
  if (figure.rough || figure.kind === 'bare' || isOld) return null;
  const words = wordsAround(statement, figure);
  if (DONE_RATE.test(figure.label)) return rateTold(statement, figure, around);
  // 取证率比目标低2.2个百分点: by how far a rate is off.
  const isGap = figure.kind === 'percentage-point' && GAP.test(figure.label);
  const ofUnit = around.wanted.filter(({ actual, target }) => {
    const value = actual ?? target;
    return value !== null && (isGap ? value.unit === '%' : isOfUnit(figure, value));
  });
  const likeBy = (told: string): Likeness[] =>
    ofUnit.flatMap((one) => likenessOf(one, told, around.ofProject) ?? []);
  const own = likeBy(words);
  // 遇到停水，9小时内恢复: how long it took is told behind what it was.
  const alike =
    own.length > 0 || !isLength(figure.unit)
      ? own
      : likeBy(segmentBefore(statement.text, figure.start) + words);
  const told = alike.find(({ wanted: { actual, target } }) =>
    [actual, target].some((value) => value !== null && isEqual(figure, value.value)),
  );
  if (told) return { wanted: told.wanted, comparisons: heldRight(statement, figure, told) };
  const one = likeliest(alike);
  if (!one || (OTHER_TIME.test(figure.label) && !isOfFall(figure, one))) return null;
  const { wanted } = one;
  const row = around.rows.get(wanted.indicator) ?? null;
  // The only row that shares words with what falls short of its target is the one that does.
  const isOne = one.precision >= 0.9 || (alike.length === 1 && one.precision >= 0.5);
  const derived = isOne ? derivedOf(statement, figure, wanted, row) : null;
  if (derived) return { wanted, comparisons: derived };
  const isOfPlan = isPlan(figure) && !OFF_PLAN.test(figure.label);
  if (isOfPlan || around.isGoal(statement, figure.start)) {
    if (isTargetOff(figure, one))
      return {
        wanted,
        comparisons: [{ ...asked('target', statement, figure, wanted), close: isClose(one) }],
      };
    // 控制在2406元: a bound may be told of what was reached.
    if (figure.bound === null || !isUnplanned(figure)) return null;
  }
  return isActualOff(statement, figure, one, around, ofUnit.length === 1)
    ? {
        wanted,
        comparisons: [{ ...asked('indicator', statement, figure, wanted), close: isClose(one) }],
      }
    : null;
}

/** 比计划晚20天: by how much, not what was planned. */
const OFF_PLAN =
  /[比较](?:计划|目标|要求)[^，。；\d]{0,4}(?:晚|早|推迟|延[迟期后]|提前|超期|滞后)了?$/;

const DONE_RATE = /(?:任务)?(?:完成率|达成率)(?:为|达到?|是)?$/;

/** 培训任务完成率95.85%: how far the one row of that name came. */
function rateTold(
  statement: Statement,
  figure: Figure,
  { wanted, rows }: Around,
): ReturnType<typeof likelyTold> {
  const words = figure.label.replace(DONE_RATE, '');
  const alike = wanted.flatMap((one) =>
    one.actual === null || one.actual.unit === '%' ? [] : (likenessOf(one, words) ?? []),
  );
  const row = likeliest(alike);
  if (figure.kind !== 'percent' || !row || row.precision < 0.9) return null;
  const { indicator } = row.wanted;
  const comparisons = achievementTold(statement, figure, row.wanted, rows.get(indicator) ?? null);
  return comparisons && { wanted: row.wanted, comparisons };
}

const isOfFall = (figure: Figure, { wanted }: Likeness): boolean =>
  isChange(figure) && FALLS.test(wanted.indicator.name) && !/其中|季度|半年/.test(figure.label);

const isUnplanned = ({ lead }: Figure): boolean => !/计划|目标|任务|应|要求/.test(lead);

const isEqual = ({ value }: Figure, other: number): boolean =>
  Math.abs(value - other) <= 1e-6 * Math.max(1, other);

/** What stands around a figure in its clause; where that names nothing, the clause before it too. */
function wordsAround({ text, before }: Statement, { start, label, tail }: Figure): string {
  const own = label.replace(GAP, '') + tail;
  if (own.replace(TELLS, '').replace(/[^\u4e00-\u9fff]/g, '').length > 2) return own;
  const clauses = text.slice(0, start).split(/[，；。]/);
  // （三）“三公”经费。全年支出31.8万元: the head in front of it.
  const head = /^[^，；\d]{2,20}。$/.exec(before?.text ?? '')?.[0] ?? '';
  return (clauses.at(-2) ?? head).replace(/\d[^、]*/g, '') + own;
}

function isTargetOff(figure: Figure, one: Likeness): boolean {
  const { target } = one.wanted;
  if (target === null) return false;
  const slip = isOneOff(figure, target) && isLikely(figure, one);
  return slip || (figure.bound !== null && one.precision > 0.9);
}

function isActualOff(
  { figures }: Statement,
  figure: Figure,
  one: Likeness,
  { right }: Around,
  isAlone: boolean,
): boolean {
  const { actual, indicator } = one.wanted;
  if (actual === null || BESIDE.test(figure.label)) return false;
  // 新增64张 is how many there are, not by how many more than the year before.
  const changes = isChange(figure) && (COMPARED.test(figure.lead) || FALLS.test(figure.label));
  if (changes && !FALLS.test(indicator.name)) return false;
  // What the row has is told in the same breath: this is something else.
  if (figures.some((other) => other.unit === actual.unit && isEqual(other, actual.value)))
    return false;
  if (!isOneOff(figure, actual)) return false;
  if (!isLikely(figure, one) && !(isAlone && isLikelyAlone(figure, one))) return false;
  return !(isShort(figure) && right.has(indicator.name));
}

/** What the row has, told among enough of its words to say that it was compared. */
function heldRight(
  statement: Statement,
  figure: Figure,
  likeness: Likeness,
): readonly Comparison[] {
  const { wanted } = likeness;
  const isActual = wanted.actual !== null && isEqual(figure, wanted.actual.value);
  if (!isActual || isPlan(figure) || !isLikely(figure, likeness)) return [];
  return [{ ...asked('indicator', statement, figure, wanted), verdict: 'same' }];
}

function asked(
  kind: ComparedKind,
  statement: Statement,
  figure: Figure,
  { indicator, actual, target }: Wanted,
): Comparison {
  const isTarget = kind === 'target';
  return {
    kind,
    fact: indicator.name,
    cell: isTarget ? indicator.targetCell : indicator.actualCell,
    told: { statement, at: figure.start },
    verdict: 'differs',
    expected: (isTarget ? target : actual)?.text ?? '',
    found: written(figure),
    sure: false,
  };
}
