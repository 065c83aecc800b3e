import type { CellRef } from '../model/grid';
import type { RowScore, TableResult } from '../model/score';
import type { Indicator } from '../model/table';
import { compare } from '../quantity/exact';
import { unnumbered, withUnit } from './outline-words';
import { shownIn } from './doubts';
import type { OutlineTable } from './outline-tables';
import type { Say } from './sheet-cells';

const NONE = '—';

type Column =
  'level' | 'level2' | 'name' | 'target' | 'actual' | 'evidence' | 'weight' | 'score' | 'reason';

type CellsOf = (indicator: Indicator, say: Say, row: RowScore | undefined) => string | null;

/** What a cell says; null where the form has nothing for it. */
const CELLS: Readonly<Record<Column, CellsOf>> = {
  level: ({ level1 }) => level1 && unnumbered(level1),
  level2: ({ level2 }) => level2 && unnumbered(level2),
  name: ({ name }) => unnumbered(name),
  target: ({ target }, _, row) => {
    if (target.kind === 'none') return null;
    // A bare figure that was scored as a ceiling would be read as a floor.
    const isCeiling = target.op === null && row?.method.startsWith('reverse') === true;
    const said = withUnit(target);
    return isCeiling && /^\d/.test(said) ? `≤${said}` : said;
  },
  actual: ({ actual, actualCell }, say) => {
    if (actual.kind !== 'none') return withUnit(actual);
    return actualCell && say('outline.table.blank');
  },
  evidence: ({ evidence }) => evidence?.trim() || null,
  weight: ({ weight }) => (weight?.value == null ? null : String(weight.value)),
  score: ({ weight, score }, say) => {
    if (score === null) return null;
    if (score.value === null) return say('outline.table.blank');
    if (weight?.value == null || compare(score.value, weight.value) <= 0)
      return String(score.value);
    const what = say('outline.pointsDoubted', { weight: weight.value, score: score.value });
    return say('outline.toCheck', { what });
  },
  reason: ({ reason }) => reason?.trim() || null,
};

const COLUMNS: readonly Column[] = [
  'level',
  'level2',
  'name',
  'target',
  'actual',
  'evidence',
  'weight',
  'score',
  'reason',
];

const ADDRESSES: Readonly<Record<Column, (indicator: Indicator) => CellRef | null | undefined>> = {
  level: ({ level1Cell }) => level1Cell,
  level2: ({ level2Cell }) => level2Cell,
  name: ({ nameCell }) => nameCell,
  target: ({ target, targetCell }) => (target.kind === 'none' ? null : targetCell),
  actual: ({ actual, actualCell }) => (actual.kind === 'none' ? null : actualCell),
  evidence: () => null,
  weight: ({ weight }) => weight?.cell,
  // Points above the full ones are told so already.
  score: ({ score, weight }) =>
    score?.value == null || score.value > (weight?.value ?? Infinity) ? null : score.cell,
  reason: ({ reasonCell }) => reasonCell,
};

/**
 * 附表: the indicators of the form, a line each, as the form says them; columns in which it has
 * nothing are left out. None without indicators.
 */
export function annexTables(result: TableResult, say: Say): OutlineTable[] {
  const { table } = result;
  if (table.indicators.length === 0) return [];
  const columns = COLUMNS.filter((column) =>
    table.indicators.some((indicator) => CELLS[column](indicator, say, undefined) !== null),
  );
  return [
    {
      caption: say('outline.table.annex'),
      rows: [
        columns.map((column) => say(`outline.table.${column}`)),
        ...table.indicators.map((_, at) =>
          columns.map((column) => cellOf(column, result, at, say)),
        ),
      ],
    },
  ];
}

function cellOf(column: Column, result: TableResult, at: number, say: Say): string {
  const indicator = result.table.indicators[at];
  const text = indicator ? CELLS[column](indicator, say, result.rows[at]) : null;
  return indicator && text ? shownIn(result, [ADDRESSES[column](indicator)], text, say) : NONE;
}
