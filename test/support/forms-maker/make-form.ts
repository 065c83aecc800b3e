import { textOf, type CellValue } from '../../../src/model/snapshot';
import { addHead, columnsOf, type Column } from './form-columns';
import type { FormSpec, FundsStyle, RowSpec, WeightStyle } from './form-spec';
import { addRow, cell, merge, newGrid, square, type FormCell, type Grid } from './grid';
import { measured, pointsOf, rounded, type Measured } from './quantities';
import { CLASSES, REASONS, TOTALS } from './words';

/** One indicator as it must be read: its cells, its points and what they are worth. */
export interface TruthRow {
  readonly name: string;
  /** Null in a form without levels. */
  readonly level1: string | null;
  /** The cell of its first level; null where there is no such column. */
  readonly levelCell: FormCell | null;
  readonly nameCell: FormCell;
  readonly weightCell: FormCell;
  readonly scoreCell: FormCell;
  readonly targetCell: FormCell;
  readonly actualCell: FormCell;
  /** As the tool gives it: points, or fractions where the form has those. */
  readonly weight: number;
  readonly score: number;
  /** Whatever it is worth follows from its texts; of others a person may have to say. */
  readonly isPlain: boolean;
}

export interface MadeForm {
  readonly grid: Grid;
  readonly header: {
    readonly first: FormCell;
    readonly actual: FormCell;
    readonly rows: number;
  };
  readonly rows: readonly TruthRow[];
  readonly funds: { readonly weight: number; readonly score: number } | null;
  /** Printed total: points of the whole form and what it came to. */
  readonly total: { readonly weight: number; readonly score: number };
  /** The printed total's 得分; null for a form without a total row. */
  readonly totalCell: FormCell | null;
  /** The printed total's 分值. */
  readonly totalWeightCell: FormCell | null;
  /** Levels neither in columns nor in rows of their own, and nothing between the rows. */
  readonly isFlat: boolean;
  readonly bodyFrom: FormCell;
}

const TITLES = [
  '项目支出绩效自评表',
  '2024年度部门预算项目绩效自评表',
  '财政支出项目绩效自评情况表',
  '某某县城乡环境提升专项资金绩效自评表',
];

function weightCell(style: WeightStyle, points: number): FormCell {
  switch (style) {
    case 'percent':
    case 'shares':
      return cell(`${String(points)}%`);
    case 'percent-format':
    case 'shares-format':
      return cell(points / 100, '0%');
    case 'fraction':
      return cell(points / 100);
    case 'text':
      return cell(String(points));
    case 'with-unit':
      return cell(`${String(points)}分`);
    case 'points':
      return cell(points);
  }
}

function scoreCell(style: WeightStyle, points: number): FormCell {
  switch (style) {
    case 'shares':
      return cell(`${String(points)}%`);
    case 'shares-format':
      return cell(points / 100, '0.00%');
    case 'fraction':
      return cell(rounded(points) / 100);
    default:
      return cell(points);
  }
}

const FUNDS_POINTS = 10;
const FUNDS_RATE = 0.95;

function addFunds(grid: Grid, spec: FormSpec): MadeForm['funds'] {
  if (spec.funds === 'none') return null;
  const scale = spec.weight === 'fraction' ? 0.01 : 1;
  const weight = FUNDS_POINTS * scale;
  const score = rounded(FUNDS_POINTS * FUNDS_RATE) * scale;
  const rate = cell(FUNDS_RATE, '0.00%');
  if (spec.funds === 'beside') fundsBeside(grid, { weight, score, rate });
  else fundsInColumns(grid, spec.funds, { weight, score, rate });
  return { weight, score };
}

interface Funds {
  readonly weight: number;
  readonly score: number;
  readonly rate: FormCell;
}

const FUNDS_HEADS: Readonly<Record<Exclude<FundsStyle, 'beside'>, readonly string[]>> = {
  columns: ['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  unlabelled: ['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  heading: ['预算数（A）', '执行数（B）', '执行率（B/A）', '得分（10分*执行率）'],
  'odd-heads': ['核定额度', '已付款项', '支出进度', '分值', '得分'],
};

function fundsInColumns(
  grid: Grid,
  style: Exclude<FundsStyle, 'beside'>,
  { weight, score, rate }: Funds,
): void {
  const heads = FUNDS_HEADS[style];
  const label = style === 'heading' ? '预算执行情况（万元）（10分）' : '项目资金（万元）';
  const figures: Readonly<Record<typeof style, (FormCell | CellValue)[]>> = {
    columns: [200, 200, 190, weight, rate, score],
    unlabelled: [200, 200, 190, weight, rate, score],
    heading: [200, 190, rate, score],
    'odd-heads': [200, 190, rate, weight, score],
  };
  if (style === 'unlabelled') {
    addRow(grid, [null, null, ...heads]);
    addRow(grid, [null, null, ...figures[style]]);
    return;
  }
  const top = addRow(grid, [label, null, ...heads]);
  addRow(grid, [null, '年度资金总额', ...figures[style]]);
  const amounts = style === 'columns' ? [200, 200, 190] : [200, 190];
  const last = addRow(grid, [null, '其中：财政拨款', ...heads.map((_, at) => amounts[at] ?? null)]);
  merge(grid, top[0], last[0]);
}

/** 年初预算数 | 200 | 分值 | 10 above 全年预算数 | 200 | 执行率 | 95% above 全年执行数 | 190 | 得分 | 9.5. */
function fundsBeside(grid: Grid, { weight, score, rate }: Funds): void {
  const top = addRow(grid, ['项目资金（万元）', '年初预算数', 200, '分值', weight]);
  addRow(grid, [null, '全年预算数', 200, '执行率', rate]);
  const last = addRow(grid, [null, '全年执行数', 190, '得分', score]);
  merge(grid, top[0], last[0]);
}

interface Placed {
  readonly row: RowSpec;
  readonly measured: Measured;
  readonly points: number;
}

function bodyRow(
  spec: FormSpec,
  columns: readonly Column[],
  placed: Placed,
  at: number,
): FormCell[] {
  const { measured: facts, points } = placed;
  const [level1, level2] = CLASSES[placed.row.class] ?? ['产出指标', '数量指标'];
  const score = rounded(points * facts.earned);
  return columns.map((column): FormCell => {
    switch (column) {
      case 'serial':
        return cell(at + 1);
      case 'level1':
        return cell(level1);
      case 'level2':
        return cell(level2);
      case 'name':
        return cell(facts.name);
      case 'sign':
        return cell(facts.sign);
      case 'unit':
        return cell(facts.unit);
      case 'target':
        return spec.rubric ? cell(standardOf(placed)) : targetCell(spec, facts);
      case 'actual':
        return spec.rubric ? cell(factOf(placed)) : cell(facts.actual, facts.actualFormat);
      case 'weight':
        return weightCell(spec.weight, points);
      case 'score':
        return scoreCell(spec.weight, score);
      case 'reason':
        return cell(facts.earned < 1 ? REASONS[at % 2 === 0 ? 0 : 1] : null);
      case 'last-year':
        return cell(facts.lastYear);
      case 'review':
      case 'finance':
        return scoreCell(spec.weight, rounded(Math.max(0, score - (at % 2))));
      case 'source':
        return cell('单位台账');
      default:
        return cell(null);
    }
  });
}

/** Points for what was done, and what they are taken off for, as a standard says it. */
function standardOf({ row, measured: facts, points }: Placed): string {
  const full = `得${String(points)}分`;
  switch (row.kind) {
    case 'count':
      return `完成${String(facts.value)}${facts.unit}${full}，未完成的按完成比例得分`;
    case 'rate':
      return `达到${String(facts.value)}%${full}，未达到的按完成比例得分`;
    case 'scale':
      return `达到${String(facts.value)}分${full}，未达到的按完成比例得分`;
    case 'quality':
    case 'none':
      return `${String(facts.value)}${full}，否则不得分`;
    case 'date':
      return `按期完成${full}，逾期不得分`;
  }
}

function factOf({ row, measured: facts }: Placed): string {
  switch (row.kind) {
    case 'count':
      return `完成${String(parseFloat(textOf(facts.actual)))}${facts.unit}`;
    case 'rate':
    case 'scale':
      return `${facts.name}${facts.told}`;
    case 'quality':
    case 'none':
      return String(facts.value);
    case 'date':
      return '按期完成';
  }
}

function targetCell(
  { split }: FormSpec,
  { sign, value, unit, phrase, targetFormat }: Measured,
): FormCell {
  if (split || targetFormat !== null) return cell(value, targetFormat);
  return cell(phrase ?? `${sign}${String(value)}${unit}`);
}

function levelRow(
  spec: FormSpec,
  columns: readonly Column[],
  placed: readonly Placed[],
  order: number,
): FormCell[] {
  const first = placed[0];
  const [level1] = CLASSES[first?.row.class ?? 0] ?? ['产出指标'];
  const points = placed.reduce((sum, one) => sum + one.points, 0);
  const score = placed.reduce((sum, one) => sum + rounded(one.points * one.measured.earned), 0);
  const inName = spec.levels === 'rows-in-name';
  const label = inName ? `${'一二三'.charAt(order)}、${level1}` : level1;
  const printed = spec.levelWeights ? `${label}（${String(points)}分）` : label;
  return columns.map((column): FormCell => {
    if (column === (inName ? 'name' : 'level1')) return cell(printed);
    if (!spec.levelWeights) return cell(null);
    if (column === 'weight') return weightCell(spec.weight, points);
    return column === 'score' ? scoreCell(spec.weight, rounded(score)) : cell(null);
  });
}

/** 一、产出指标（50分） above the heads of its rows. */
function levelAbove(spec: FormSpec, placed: readonly Placed[], order: number): string {
  const [level1] = CLASSES[placed[0]?.row.class ?? 0] ?? ['产出指标'];
  const points = placed.reduce((sum, one) => sum + one.points, 0);
  const label = `${'一二三'.charAt(order)}、${level1}`;
  return spec.levelWeights ? `${label}（${String(points)}分）` : label;
}

/** Levels over several rows: one cell merged down, or said once, or said on each row. */
function joinLevels(
  grid: Grid,
  spec: FormSpec,
  columns: readonly Column[],
  body: readonly FormCell[][],
  placed: readonly Placed[],
): void {
  for (const column of ['level1', 'level2'] as const) {
    const at = columns.indexOf(column);
    if (at < 0 || spec.levels === 'repeated' || spec.levels === 'above') continue;
    const keyOf = (index: number): string => {
      const [one = '', two = ''] = CLASSES[placed[index]?.row.class ?? 0] ?? [];
      return column === 'level1' ? one : `${one}/${two}`;
    };
    for (let start = 0; start < body.length;) {
      let end = start;
      while (end + 1 < body.length && keyOf(end + 1) === keyOf(start)) end++;
      for (let row = start + 1; row <= end; row++) {
        const inner = body[row]?.[at];
        if (inner) inner.value = null;
      }
      const top = body[start]?.[at];
      if (spec.levels === 'rows' && column === 'level1' && top) top.value = null;
      if (spec.levels === 'merged') {
        if (column === 'level1' && spec.levelWeights && top) {
          const points = placed.slice(start, end + 1).reduce((sum, one) => sum + one.points, 0);
          top.value = `${textOf(top.value)}（${String(points)}分）`;
        }
        merge(grid, top, body[end]?.[at]);
      }
      start = end + 1;
    }
  }
}

const templateRow = (columns: readonly Column[]): CellValue[] =>
  columns.map((column) => (column === 'name' ? '指标2：' : null));

interface TotalCells {
  readonly weight: FormCell;
  readonly score: FormCell;
}

function addTotal(
  grid: Grid,
  spec: FormSpec,
  columns: readonly Column[],
  score: number,
): TotalCells | null {
  if (spec.total === null) return null;
  // Above its rows only words tell a sum.
  const known = spec.totalAt === 'top' ? TOTALS.slice(0, -1) : TOTALS;
  const label = known[spec.total] ?? TOTALS[0];
  const row = addRow(
    grid,
    columns.map((column, at) => {
      if (at === 0) return label;
      if (column === 'weight') return weightCell(spec.weight, 100);
      return column === 'score' ? scoreCell(spec.weight, score) : null;
    }),
  );
  const first = Math.min(columns.indexOf('weight'), columns.indexOf('score'));
  merge(grid, row[0], row[first - 1]);
  const [weight, earned] = [row[columns.indexOf('weight')], row[columns.indexOf('score')]];
  return weight && earned ? { weight, score: earned } : null;
}

/** A standard has its sign and unit in itself, and is known by its head. */
const asMade = (made: FormSpec): FormSpec => {
  // Below each of several heads there is no place for one total above all rows.
  const spec = made.levels === 'above' ? { ...made, totalAt: 'end' as const } : made;
  return spec.rubric
    ? {
        ...spec,
        split: false,
        parts: false,
        unknown: spec.unknown.filter((head) => head !== 'target' && head !== 'actual'),
      }
    : spec;
};

/** Builds the form and tells what is true of it. */
export function makeForm(made: FormSpec): MadeForm {
  const spec = asMade(made);
  const grid = newGrid();
  const columns = columnsOf(spec);
  const width = columns.length;
  const title = addRow(grid, [
    TITLES[spec.title] ?? TITLES[0] ?? '',
    ...columns.slice(1).map(() => null),
  ]);
  merge(grid, title[0], title[width - 1]);
  addRow(grid, ['项目名称', '城乡环境提升', null, '主管部门', '某某县财政局']);
  const sum = spec.funds === 'none' ? 100 : 90;
  const sorted = [...spec.rows].sort((one, other) => one.class - other.class);
  const points = pointsOf(
    sorted.map(({ share }) => share),
    sum,
  );
  const placed = sorted.map((row, index): Placed => ({
    row,
    measured: measured(row, index),
    points: points[index] ?? 0,
  }));
  const earned = placed.reduce((all, one) => all + rounded(one.points * one.measured.earned), 0);
  const scale = spec.weight === 'fraction' ? 0.01 : 1;
  const fundsScore = spec.funds === 'none' ? 0 : rounded(FUNDS_POINTS * FUNDS_RATE);
  const total = { weight: 100 * scale, score: rounded(earned + fundsScore) * scale };
  if (spec.totalInHead) addRow(grid, ['自评得分', total.score]);
  const funds = addFunds(grid, spec);
  const isAbove = spec.levels === 'above';
  let head: FormCell[] = isAbove ? [] : addHead(grid, spec, columns);
  let totals: TotalCells | null = null;
  if (spec.totalAt === 'top') totals = addTotal(grid, spec, columns, rounded(earned + fundsScore));
  const body: FormCell[][] = [];
  let last: string | null = null;
  let order = 0;
  placed.forEach((one, index) => {
    const [level1] = CLASSES[one.row.class] ?? [''];
    const hasLevelRows = spec.levels === 'rows' || spec.levels === 'rows-in-name';
    if (hasLevelRows && level1 !== last) {
      const own = placed.filter(({ row }) => CLASSES[row.class]?.[0] === level1);
      grid.rows.push(levelRow(spec, columns, own, order++));
    }
    if (isAbove && level1 !== last) {
      const own = placed.filter(({ row }) => CLASSES[row.class]?.[0] === level1);
      addRow(grid, [levelAbove(spec, own, order++), ...columns.slice(1).map(() => null)]);
      const again = addHead(grid, spec, columns);
      if (head.length === 0) head = again;
    }
    last = level1;
    const line = bodyRow(spec, columns, one, index);
    grid.rows.push(line);
    body.push(line);
    if (spec.parts && one.row.kind === 'count') {
      const part = columns.map((column): FormCell => {
        if (column === 'name') return cell('其中：城区');
        return cell(column === 'target' || column === 'actual' ? '1' + one.measured.unit : null);
      });
      grid.rows.push(part);
    }
  });
  if (spec.templates) addRow(grid, templateRow(columns));
  joinLevels(grid, spec, columns, body, placed);
  if (spec.totalAt === 'end') totals = addTotal(grid, spec, columns, rounded(earned + fundsScore));
  if (spec.notes) addRow(grid, ['注：1.得分不得超过该指标分值。2.定量指标按完成比例得分。']);
  if (spec.footer)
    addRow(grid, ['填表人：张三', null, '联系电话：0000-1234567', null, '2025年1月20日']);
  square(grid);
  const at = (column: Column): number => columns.indexOf(column);
  const need = (line: readonly FormCell[], column: Column): FormCell => {
    const found = line[at(column)];
    if (!found) throw new Error(`no cell of ${column}`);
    return found;
  };
  return {
    grid,
    header: {
      first: head[0] ?? cell(null),
      actual: need(head, 'actual'),
      rows: spec.split ? 2 : 1,
    },
    bodyFrom: need(body[0] ?? [], 'name'),
    funds,
    total,
    totalCell: totals?.score ?? null,
    totalWeightCell: totals?.weight ?? null,
    isFlat: spec.levels === 'none' && !spec.split && !spec.parts && !spec.templates,
    rows: body.map((line, index): TruthRow => {
      const one = placed[index];
      const worth = one ? rounded(one.points * one.measured.earned) : 0;
      return {
        name: one?.measured.name ?? '',
        level1: spec.levels === 'none' ? null : (CLASSES[one?.row.class ?? 0]?.[0] ?? null),
        levelCell: line[at('level1')] ?? null,
        nameCell: need(line, 'name'),
        weightCell: need(line, 'weight'),
        scoreCell: need(line, 'score'),
        targetCell: need(line, 'target'),
        actualCell: need(line, 'actual'),
        weight: (one?.points ?? 0) * scale,
        score: worth * scale,
        isPlain:
          !spec.rubric &&
          (one?.measured.phrase !== null || one.row.kind === 'none') &&
          spec.weight !== 'fraction',
      };
    }),
  };
}
