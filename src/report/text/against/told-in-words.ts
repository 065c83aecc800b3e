import type { CellRef } from '../../../model/grid';
import type { Table } from '../../../model/table';
import { subtract } from '../../../quantity/exact';
import { figuresOf, written, type Figure } from '../facts/figure';
import { isChange, isPlan, isPrior, type Statement } from '../facts/statement';
import { segmentBefore } from '../facts/segment-before';
import { normalised } from '../read-report';
import { pairsShared } from '../relations/likeness';
import type { Comparison } from './comparison';
import { isOfOtherYear, isPartOfRow } from './other-row';
import { isOfUnit, isOneOff } from './likely-row';
import { TELLS, type Value, type Wanted } from './named-places';
import { plainName } from './names';

/** A cell of the form that tells in words: a reason, what was found, a line at the foot. */
export interface Prose {
  /** What it is about: its row, or the words in front of it. */
  readonly fact: string;
  readonly cell: CellRef | null;
  readonly text: string;
  readonly figures: readonly Figure[];
}

const proseAt = (fact: string, cell: CellRef | null, text: string | null): readonly Prose[] => {
  const told = normalised(text ?? '');
  const figures = figuresOf(told, true).filter(({ kind, rough }) => kind !== 'bare' && !rough);
  return /\d/.test(told) ? [{ fact, cell, text: told, figures }] : [];
};

/** Every cell of the form that tells something with a figure or a date in words. */
export function proseOf({ indicators, columns, notes, budget }: Table): readonly Prose[] {
  const evidence = columns.evidence?.column;
  return [
    ...indicators.flatMap((row) => [
      ...proseAt(row.name, row.reasonCell, row.reason),
      ...proseAt(
        row.name,
        evidence === undefined ? null : { ...row.nameCell, column: evidence },
        row.evidence,
      ),
    ]),
    ...(budget?.rows ?? []).flatMap(({ label, reason }) =>
      proseAt(label, reason?.cell ?? null, reason?.value ?? null),
    ),
    ...notes.flatMap(({ value, cell }) => {
      const head = notes.find((one) => one.cell.row === cell.row && one.cell.column < cell.column);
      return proseAt(head?.value ?? value.slice(0, LONGEST_HEAD), cell, value);
    }),
  ];
}

const LONGEST_HEAD = 12;

/** 未达95%: what was wanted. */
const MEASURED_BY = /(?:未达到?|没有?达到?|[低高多少]于|不足|超过?|[与比较])[^，。；\d]{0,4}$/;
const OTHER_PART = /季度|上半年|下半年|\d月|上年|去年|同期|历年|往年|其中|[每各均]/;
const digitsOf = (text: string): number => text.replace(/\D/g, '').length;
const naming = (words: string): string => words.replace(/[^\u4e00-\u9fff]/g, '');

/** How much of what a cell says of a figure a report says of its own. */
interface Likeness {
  readonly prose: Prose;
  readonly meant: Figure;
  /** Of the neighbouring signs around the figure in its cell, those around the report's. */
  readonly own: number;
  readonly recall: number;
  /** The same without words that tell of anything. */
  readonly telling: number;
  /** Of the whole cell and its row's name, those of the sentence. */
  readonly all: number;
  /** What stands in front of it in the cell is told too. */
  readonly led: boolean;
  /** The figure is told of a name that the cell does not have: 东河乡12块. */
  readonly strange: boolean;
  /** Of the shorter figure. */
  readonly digits: number;
}

function likenessOf(statement: Statement, figure: Figure, prose: Prose, meant: Figure): Likeness {
  const name = plainName(prose.fact);
  const said = naming(meant.label + meant.tail);
  // 完成率98% in the row 改造户数完成率: its name says of what.
  const words = name.endsWith(said) || said.length < 2 ? name : said;
  const clause = naming(figure.label + figure.tail);
  const around = since(statement, figure) + naming(figure.tail);
  const pairs = Math.max(words.length - 1, 1);
  const own = pairsShared(words, around);
  return {
    prose,
    meant,
    own,
    recall: own / pairs,
    telling: pairsShared(words.replace(TELLS, ''), around),
    all: pairsShared(naming(prose.text), statement.text) + pairsShared(name, statement.text),
    led: isLed(prose.text, meant, statement.text),
    strange:
      (naming(figure.label).replace(TELLS, '').length > 1 &&
        pairsShared(naming(figure.label), prose.text + name) === 0) ||
      (words === said && pairsShared(nextTo(meant), clause) === 0),
    digits: Math.min(digitsOf(meant.text), digitsOf(figure.text)),
  };
}

/** What its part of the sentence tells since the figure before: 受强降雨影响，全年停巡28天. */
const since = ({ text, figures }: Statement, { start, segment }: Figure): string => {
  const last = figures.filter((one) => one.end <= start && one.segment === segment).at(-1);
  const before = segmentBefore(text, start);
  return naming(before.slice(last ? last.end - (start - before.length) : 0));
};

const NEXT = 4;
/** The words right beside a figure. */
const nextTo = ({ label, tail }: Figure): string =>
  naming(label).slice(-NEXT) || naming(tail).slice(0, NEXT);

/** 个别点位征地协调滞后，18块未安装: the clause before it, nearly whole. */
function isLed(cell: string, { start }: Figure, told: string): boolean {
  const before = naming(
    cell
      .slice(0, start)
      .split(/[，；。]/)
      .at(-2) ?? '',
  );
  const shared = pairsShared(before, told);
  return shared > 3 && shared >= (before.length - 1) * NEARLY_ALL;
}

const NEARLY_ALL = 0.8;
const MOST = 0.6;

/** Whether the words of a figure, and the fewer digits it has the more of them, are those of the cell's. */
function isTold({ own, recall, telling, all, led, strange, digits, meant }: Likeness): boolean {
  if (strange || (digits < 3 && digits < digitsOf(meant.text))) return false;
  // Of one digit any figure is one key off.
  if (digits < 2) return recall >= NEARLY_ALL && own > 3;
  return (
    (recall >= MOST && own > 2 && (telling > 1 || digits > 3)) ||
    (recall >= MOST && own > 1 && digits > 2 && all - own > 1) ||
    (own > 0 && led)
  );
}

const valueOf = (figure: Figure): Value => ({
  value: figure.value,
  unit: figure.unit,
  per: figure.per,
  text: written(figure),
});

/**
 * Figures of the form's own words told otherwise: 28块未能安装 of a reason that says 18块未安装. Only what is
 * one key off, and nowhere else in the form.
 */
export function toldInWords(
  statements: readonly Statement[],
  cells: readonly Prose[],
  table: Table,
  wanted: readonly Wanted[],
  held: readonly Comparison[],
  year: number | null,
): readonly Comparison[] {
  if (cells.length === 0) return [];
  const values = valuesIn(table, cells, wanted);
  const isHeld = (statement: Statement, { start, end }: Figure): boolean =>
    held.some(({ told }) => told?.statement === statement && told.at >= start - 3 && told.at < end);
  return statements.flatMap((statement) =>
    statement.figures.flatMap((figure): Comparison[] => {
      if (isOther(figure) || isKnown(figure, values) || isHeld(statement, figure)) return [];
      if (isOfOtherYear(statement.text, figure, year)) return [];
      const one = cellTold(statement, figure, cells);
      return one ? [differing(statement, figure, one)] : [];
    }),
  );
}

const isOther = (figure: Figure): boolean =>
  figure.kind === 'bare' ||
  figure.kind === 'points' ||
  figure.rough ||
  isPrior(figure) ||
  OTHER_PART.test(figure.label) ||
  MEASURED_BY.test(figure.label);

/** The cell that is told best, of which a figure is one key off; null where two are alike. */
function cellTold(statement: Statement, figure: Figure, cells: readonly Prose[]): Likeness | null {
  const alike = cells.flatMap((prose) =>
    prose.figures
      .filter(
        (meant) =>
          isOfUnit(figure, valueOf(meant)) &&
          isPlan(meant) === isPlan(figure) &&
          isChange(meant) === isChange(figure),
      )
      .map((meant) => likenessOf(statement, figure, prose, meant))
      .filter(isTold),
  );
  const [best, next] = [...alike].sort((a, b) => b.own - a.own || b.all - a.all);
  if (!best || (next && next.own === best.own && next.all === best.all)) return null;
  // What the cell has is told beside it: this is something else.
  const isBeside = statement.figures.some(
    ({ value, unit }) => value === best.meant.value && unit === best.meant.unit,
  );
  const isPart = isPartOfRow(statement.figures, figure, valueOf(best.meant));
  return !isBeside && !isPart && isOneOff(figure, valueOf(best.meant)) ? best : null;
}

const differing = (
  statement: Statement,
  figure: Figure,
  { prose, meant }: Likeness,
): Comparison => ({
  kind: 'indicator',
  fact: prose.fact,
  cell: prose.cell,
  told: { statement, at: figure.start },
  verdict: 'differs',
  expected: written(meant),
  found: written(figure),
  sure: true,
});

type Known = Pick<Value, 'value' | 'unit'>;

/** Everything that the form has as a figure, and by how much a row missed. */
function valuesIn(
  table: Table,
  cells: readonly Prose[],
  wanted: readonly Wanted[],
): readonly Known[] {
  const goals = [table.goal.expected, table.goal.achieved].flatMap((goal) =>
    goal ? figuresOf(normalised(goal.value), true) : [],
  );
  return [
    ...cells.flatMap(({ figures }) => figures),
    ...table.indicators.flatMap(({ criteria }) => figuresOf(normalised(criteria ?? ''), true)),
    ...goals,
    ...wanted.flatMap(({ actual, target }): Known[] => [
      ...(actual ? [actual] : []),
      ...(target ? [target] : []),
      ...(actual && target
        ? [{ unit: actual.unit, value: Math.abs(subtract(actual.value, target.value)) }]
        : []),
    ]),
  ];
}

const isKnown = (figure: Figure, values: readonly Known[]): boolean =>
  values.some(({ value, unit }) => unit === figure.unit && Math.abs(value - figure.value) < 1e-9);
