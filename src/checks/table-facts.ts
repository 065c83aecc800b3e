import { isBlank } from '../model/blank';
import type { BudgetRow, Indicator, NumberCell, Table } from '../model/table';
import { sum } from '../quantity/exact';
import type { CheckContext } from './check';
import type { UnevenLevel } from './uneven-levels';
import { unevenLevels } from './uneven-levels';
import { promptIn } from './template-text/prompts';
import { isReason } from './wording';

export interface RowFacts {
  /** 分值 where it is a number above zero; null otherwise. */
  readonly weight: number | null;
  /** 得分 as filled in; null where blank or not a number. */
  readonly filled: number | null;
  /** 偏差原因 says something. */
  readonly explained: boolean;
  /** A row judged by its 评分标准, with neither 年度指标值 nor 实际完成值 to compare. */
  readonly rubric: boolean;
  /** An error value among its cells: nothing may be computed from it. */
  readonly broken: boolean;
}

export interface FundsFacts {
  /** The 年度资金总额 row, else the only row there is. */
  readonly total: BudgetRow | null;
  readonly parts: readonly BudgetRow[];
  /** The row that carries the points: the total, else the first part with a 分值. */
  readonly scored: BudgetRow | null;
}

export interface TableFacts {
  readonly rows: readonly RowFacts[];
  readonly funds: FundsFacts;
  /** It has a total row, every level is whole, and no error value stands in it. */
  readonly whole: boolean;
  /** The second page of a form: its total counts points of the page before. */
  readonly cutOff: boolean;
  /** Some 偏差原因 of the table says something. */
  readonly anyReason: boolean;
  /** Nobody has begun to fill the form: no actual, score, executed amount, reason or achievement. */
  readonly blank: boolean;
  /** Indexes of rows whose unweighted 其中 rows carry the target. */
  readonly carried: ReadonlySet<number>;
  /** Levels whose rows do not add up to their printed weight. */
  readonly unevenLevels: readonly UnevenLevel[];
}

/** One pass over the table for everything more than one check asks. */
export function tableFacts({ table, profile, state }: CheckContext): TableFacts {
  const carried = new Set<number>();
  const rows: RowFacts[] = [];
  let anyReason = table.budget?.rows.some((row) => isReason(row.reason?.value ?? null)) ?? false;
  let anyError = hasErrorInSums(table);
  for (const indicator of table.indicators) {
    const facts = rowFacts(indicator);
    rows.push(facts);
    if (facts.explained) anyReason = true;
    if (facts.broken) anyError = true;
    if (indicator.parent !== null && indicator.target.kind !== 'none')
      carried.add(indicator.parent);
    const owner = facts.explained && sharesPoints(indicator) ? indicator.parent : null;
    const own = owner === null ? undefined : rows[owner];
    if (owner !== null && own) rows[owner] = { ...own, explained: true };
  }
  const cutOff = isCutOff(table);
  const whole =
    table.total !== null && !anyError && !cutOff && table.groups.every((group) => group.complete);
  return {
    rows,
    funds: fundsFacts(table),
    whole,
    cutOff,
    anyReason,
    blank: state.kind === 'blank' && !anyReason && !anyError && !isAchievementTold(table),
    carried,
    unevenLevels: unevenLevels(table, rows, profile),
  };
}

/** One 分值 is merged over the row and the one above: what was taken off it may have its reason beside either. */
const sharesPoints = ({ row, weight }: Indicator): boolean =>
  weight !== null && weight.value === null && weight.cell.row < row;

/** An error value of a part of the funds, 0 ÷ 0 as its rate, leaves everything else as it is. */
function hasErrorInSums(table: Table): boolean {
  const { total, parts, scored } = fundsFacts(table);
  const aside = new Set(
    parts.filter((part) => part !== total && part !== scored).map(({ row }) => row),
  );
  return table.errors.some(({ cell }) => !aside.has(cell.row));
}

/** 实际完成情况 says something that is no prompt of the empty form. */
function isAchievementTold({ goal }: Table): boolean {
  const told = goal.achieved?.value ?? '';
  return !isBlank(told) && promptIn(told) === null;
}

/**
 * The second page of a form: it begins with the heads of its columns, and its total counts points
 * that stand on the page before.
 */
function isCutOff({ kind, range, header, indicators, total }: Table): boolean {
  const printed = total?.weight?.value ?? null;
  if (kind !== 'target' || header.top > range.top || printed === null) return false;
  return sum(indicators.flatMap(({ weight }) => weight?.value ?? [])) < printed;
}

function rowFacts(indicator: Indicator): RowFacts {
  const weight = indicator.weight?.value ?? null;
  return {
    weight: weight !== null && weight > 0 ? weight : null,
    filled: indicator.score?.value ?? null,
    explained: isReason(indicator.reason),
    rubric:
      indicator.criteria !== null &&
      indicator.criteria !== '' &&
      indicator.target.kind === 'none' &&
      indicator.actual.kind === 'none',
    broken: indicator.errors.length > 0,
  };
}

function fundsFacts(table: Table): FundsFacts {
  const rows = table.budget?.rows ?? [];
  const total = rows.find((row) => row.isTotal) ?? (rows.length === 1 ? (rows[0] ?? null) : null);
  const parts = rows.filter((row) => row !== total);
  const scored = hasNumber(total?.weight ?? null)
    ? total
    : (parts.find((row) => hasNumber(row.weight)) ?? total);
  return { total, parts, scored };
}

function hasNumber(cell: NumberCell | null): boolean {
  return cell !== null && cell.value !== null;
}

/** First levels whose rows are judged by papers and not by figures: 项目决策, 过程, 投入, 项目管理. */
const PROCESS_CLASS = /^(项目|部门|单位|综合)?(决策|过程|投入|管理)/;

/** A row of 项目决策 or 管理 with neither target nor actual: what it was scored by lies in the files. */
export const isJudgedByPapers = ({ level1, target, actual }: Indicator): boolean =>
  level1 !== null && PROCESS_CLASS.test(level1) && target.kind === 'none' && actual.kind === 'none';
