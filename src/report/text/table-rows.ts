import { multiply } from '../../quantity/exact';
import { scoreHeads, scoreSentence } from './score-rows';

/** Reads a row of a table as a sentence of the facts in it; null for a row that tells none. */
export type RowReader = (cells: readonly string[]) => string | null;

/**
 * The reader of a table by its heads: points by level, indicators, or funds; null for any other
 * row. `before` is what stands above the table, where the unit of its money may be told.
 */
export function rowReader(cells: readonly string[], before: string): RowReader | null {
  const scores = scoreHeads(cells);
  if (scores) return (row) => scoreSentence(scores, row);
  return indicatorReader(cells) ?? fundsReader(cells, before);
}

/** Without what stands in brackets and spaces. */
const bare = (cell: string): string => cell.replace(/[（(][^（）()]*[)）]|\s/g, '');

/** The only column whose head fits; null where none does or several do. */
function columnOf(heads: readonly string[], head: RegExp): number | null {
  const found = heads.flatMap((one, index) => (head.test(one) ? [index] : []));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** A figure with its unit and sign of comparison, or words short enough to be no prose. */
const VALUE = /^[^，。；：\n]{1,24}$/;
const NUMBER = /^(?:[≥≤＝=<>＜＞]\s*)?\d+(?:,\d{3})*(?:\.\d+)?$/;

const cellAt = (cells: readonly string[], column: number | null): string | null => {
  const value = column === null ? '' : (cells[column] ?? '').trim();
  return VALUE.test(value) && /\d/.test(value) ? value : null;
};

/** 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分, or its points alone, with whatever other columns. */
function indicatorReader(cells: readonly string[]): RowReader | null {
  const heads = cells.map(bare);
  const name =
    columnOf(heads, /^三级指标(?:名称)?$/) ?? columnOf(heads, /^(?:绩效)?指标(?:名称)?$/);
  const actual = columnOf(heads, /^(?:全年|年度)?实际(?:完成)?(?:指标)?值$|^(?:指标)?完成值$/);
  const target = columnOf(heads, /^(?:年度|年初|全年|绩效)?(?:指标|目标)值$/);
  const unit = columnOf(heads, /^(?:计量|度量)?单位$/);
  const points = [
    ['分值', columnOf(heads, /^(?:分值|权重|满分)$/)],
    ['得分', columnOf(heads, /^(?:自评)?得分$/)],
  ] as const;
  // Of a rubric the rows have points only.
  const isScored = points.every(([, column]) => column !== null);
  if (name === null || (actual === null && !isScored)) return null;
  return (row) => {
    const label = (row[name] ?? '').trim();
    if (row.length !== heads.length || label === '' || /[。；]/.test(label)) return null;
    const withUnit = (column: number | null): string | null => {
      const value = cellAt(row, column);
      return value !== null && unit !== null && NUMBER.test(value)
        ? value + (row[unit] ?? '').trim()
        : value;
    };
    const [wanted = null, reached = null] = asShares(
      [withUnit(target), withUnit(actual)],
      cellAt(row, actual),
    );
    const parts = [
      ...(wanted === null ? [] : [`年度指标值${wanted}`]),
      ...(reached === null ? [] : [`实际完成值${reached}`]),
      ...points.flatMap(([head, column]) => {
        const value = cellAt(row, column)?.replace(/分$/, '');
        return value !== undefined && NUMBER.test(value) ? [`${head}${value}分`] : [];
      }),
    ];
    return parts.length === 0 ? null : `${label}${parts.join('，')}。`;
  };
}

const PERCENT = /^[≥＝=>＞]?\s*(\d+(?:\.\d+)?)%$/;
const CLEARLY_PERCENT = 10;

/** 0.93 in a column of % beside a target of 90 is a share; 0.93% with its own sign is not. */
function asShares(
  [target = null, actual = null]: readonly (string | null)[],
  cell: string | null,
): readonly (string | null)[] {
  const wanted = Number(PERCENT.exec(target ?? '')?.[1] ?? 0);
  const isBare = actual === `${cell ?? ''}%` && Number(cell) > 0 && Number(cell) <= 1;
  if (wanted < CLEARLY_PERCENT || !isBare) return [target, actual];
  return [target, `${String(multiply(Number(cell), 100))}%`];
}

const FUNDS: readonly (readonly [string, RegExp])[] = [
  ['年初预算数', /^年初(?:预算|安排)(?:数|资金|金额)?$/],
  ['全年预算数', /^(?:全年|调整后?|年度)?预算(?:数|资金|金额|安排)?$/],
  ['全年执行数', /^(?:全年|实际|预算)?(?:执行|支出)(?:数|资金|金额)?$/],
];
const RATE = /^(?:预算)?执行率$/;
/** What the whole of a project's funds is called; a bare 合计 may be of several projects. */
const WHOLE = /^(?:年度)?资金总额$/;
const SUM = /^(?:合计|总计|小计)$/;
const UNIT = /[（(：:]\s*(?:单位[：:]\s*)?(万元|元)/;

/** 资金来源 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率, in 万元 or 元 as its heads or the line above say. */
function fundsReader(cells: readonly string[], before: string): RowReader | null {
  const heads = cells.map(bare);
  const columns = FUNDS.map(([head, pattern]) => [head, columnOf(heads, pattern)] as const);
  const rate = columnOf(heads, RATE);
  const units = cells.map((cell) => UNIT.exec(cell)?.[1]);
  const [only, ...others] = new Set(units.filter((unit) => unit !== undefined));
  const common = UNIT.exec(before)?.[1] ?? (others.length === 0 ? only : undefined);
  const [, budget, spending] = columns.map(([, column]) => column);
  if (common === undefined || budget == null || spending == null) return null;
  return (row) => {
    const label = (row[0] ?? '').replace(/\s|^其中[：:]/g, '');
    if (row.length !== heads.length || label === '' || SUM.test(label) || /\d/.test(label))
      return null;
    const parts = columns.flatMap(([head, column]) => {
      const value = cellAt(row, column);
      const unit = (column === null ? undefined : units[column]) ?? common;
      return value !== null && NUMBER.test(value) ? [`${head}${value}${unit}`] : [];
    });
    const share = percentOf(cellAt(row, rate) ?? '', /[%％]/.test(cells[rate ?? -1] ?? ''));
    if (share !== null) parts.push(`执行率${share}%`);
    // What is not the whole is a part of it, whatever it is called.
    const head = WHOLE.test(label) ? label : `其中：${label}`;
    return parts.length < 2 ? null : `${head}：${parts.join('，')}。`;
  };
}

/** 86.2%, 86.2 and 0.862 are one rate: without a sign of its own or in its head one up to 1 is a share. */
function percentOf(cell: string, isPercent: boolean): string | null {
  const number = cell.replace(/[%％]$/, '');
  if (!NUMBER.test(number)) return null;
  const share = !isPercent && number === cell && Number(number) <= 1;
  return share ? String(multiply(Number(number), 100)) : number;
}
