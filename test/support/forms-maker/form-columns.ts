import type { CellValue } from '../../../src/model/snapshot';
import type { Extra, FormSpec } from './form-spec';
import { addRow, merge, type FormCell, type Grid } from './grid';
import { HEADS, UNKNOWN_HEADS, type HeadOf } from './words';

export type Column = HeadOf | 'serial' | 'block' | 'sign' | 'unit' | Extra;

export function columnsOf(spec: FormSpec): Column[] {
  const flat = spec.levels === 'none' || spec.levels === 'rows-in-name';
  const values: Column[] = spec.split ? ['sign', 'target', 'unit', 'actual'] : ['target', 'actual'];
  const points: Column[] = ['weight', 'score'];
  const measure: Column[] =
    spec.order === 'weight-first'
      ? ['weight', ...values, 'score']
      : spec.order === 'points-first'
        ? [...points, ...values]
        : [...values, ...points];
  const columns: Column[] = [
    ...(spec.serial ? (['serial'] as const) : []),
    ...(spec.block ? (['block'] as const) : []),
    ...(flat
      ? []
      : spec.levels === 'above'
        ? (['level2'] as const)
        : (['level1', 'level2'] as const)),
    'name',
    ...measure,
  ];
  return withExtras(spec, withReason(spec, columns));
}

function withReason(spec: FormSpec, columns: readonly Column[]): readonly Column[] {
  if (!spec.reason) return columns;
  return spec.order === 'score-last'
    ? [...columns.slice(0, -1), 'reason', 'score']
    : [...columns, 'reason'];
}

/** Columns of which nothing is read: other years before the target, others' scores at the end. */
function withExtras({ extras }: FormSpec, columns: readonly Column[]): Column[] {
  const before = extras.includes('last-year') ? (['last-year'] as const) : [];
  const at = columns.findIndex((column) => column === 'sign' || column === 'target');
  const after = extras.filter((extra) => extra !== 'last-year');
  return [...columns.slice(0, at), ...before, ...columns.slice(at), ...after];
}

const EXTRA_HEADS: Readonly<Record<Extra, string>> = {
  'last-year': '上年完成值',
  review: '复核得分',
  finance: '财政评分',
  source: '数据来源',
};

/** The last is on no list. */
const SIGN_HEADS = ['指标性质', '符号', '性质', '比较符号', '要求'] as const;

const isExtra = (column: Column): column is Extra => Object.hasOwn(EXTRA_HEADS, column);

function headText(spec: FormSpec, column: Column): string {
  if (column === 'serial') return '序号';
  if (column === 'block') return '绩效指标';
  if (column === 'sign') {
    // One odd head at a time: below another that nobody knows only a few signs would tell it.
    const heads = spec.unknown.includes('target') ? SIGN_HEADS.slice(0, -1) : SIGN_HEADS;
    return heads[spec.heads.target % heads.length] ?? '';
  }
  if (column === 'unit') return '度量单位';
  if (isExtra(column)) return EXTRA_HEADS[column];
  if (spec.rubric && (column === 'target' || column === 'actual'))
    return ofRubric(column === 'target' ? 'criteria' : 'evidence', spec);
  const odd = spec.unknown.includes(column) ? UNKNOWN_HEADS[column] : undefined;
  const words = odd ?? HEADS[column];
  const flat = spec.levels === 'none' || spec.levels === 'rows-in-name';
  // Without levels 三级指标 would be a strange head.
  if (column === 'name' && flat) return '指标名称';
  return words[spec.heads[column] % words.length] ?? words[0];
}

const ofRubric = (of: 'criteria' | 'evidence', { heads }: FormSpec): string =>
  HEADS[of][heads[of] % HEADS[of].length] ?? HEADS[of][0];

export function addHead(grid: Grid, spec: FormSpec, columns: readonly Column[]): FormCell[] {
  if (!spec.split) {
    return addRow(
      grid,
      columns.map((column) => headText(spec, column)),
    );
  }
  const upper = addRow(
    grid,
    columns.map((column): CellValue => {
      if (column === 'sign') return headText(spec, 'target');
      return column === 'target' || column === 'unit' ? null : headText(spec, column);
    }),
  );
  const lower = addRow(
    grid,
    columns.map((column): CellValue => {
      if (column === 'target') return '指标值';
      return column === 'sign' || column === 'unit' ? headText(spec, column) : null;
    }),
  );
  merge(grid, upper[columns.indexOf('sign')], upper[columns.indexOf('unit')]);
  columns.forEach((column, at) => {
    if (column !== 'sign' && column !== 'target' && column !== 'unit')
      merge(grid, upper[at], lower[at]);
  });
  return upper;
}
