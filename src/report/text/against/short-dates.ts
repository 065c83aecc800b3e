import type { Indicator } from '../../../model/table';
import { isOneKeyOff } from '../facts/slip';
import type { Statement } from '../facts/statement';
import { pairsShared } from '../relations/likeness';
import type { Comparison } from './comparison';
import { degreeOf, likeliest, likenessOf, type Likeness } from './likely-row';
import type { Wanted } from './named-places';
import type { Prose } from './told-in-words';

const DATE = /(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?/;
const DATES = new RegExp(DATE.source, 'g');
const ENOUGH = 0.5;

/**
 * The day of a row told among words of its name (于9月21日完工 of 项目完工时间), one key off the form's:
 * of another month and another day it may be any other step.
 */
export function datesTold(
  statement: Statement,
  wanted: readonly Wanted[],
  named: readonly Comparison[],
): readonly Comparison[] {
  const rows = wanted.filter(({ indicator }) => indicator.actual.kind === 'date');
  if (rows.length === 0) return [];
  return [...statement.text.matchAll(DATES)].flatMap((match): Comparison[] => {
    const { index } = match;
    const isNamed = named.some(({ told }) => told !== null && Math.abs(told.at - index) < 4);
    const row = isNamed ? null : likeliest(likeRows(statement.text, index, match[0], rows));
    if (!row || degreeOf(row) < ENOUGH) return [];
    const { indicator } = row.wanted;
    const { actual, target } = indicator;
    // A month by which it was due says nothing of the day.
    const isDue = isSameDay(match, target.text) && /日/.test(target.text);
    if (isDue || isSameDay(match, actual.text) || !isNearDay(match, actual.text)) return [];
    return [
      {
        kind: 'indicator',
        fact: indicator.name,
        cell: indicator.actualCell,
        told: { statement, at: index },
        verdict: 'differs',
        expected: indicator.actual.text,
        found: match[0],
        sure: false,
      },
    ];
  });
}

const DEADLINE = new RegExp(`${DATE.source}(?:底|末)?之?前`, 'g');

/** 计划8月底前完工 of a row due by 6月底: another month by which it was due; asked. */
export function deadlinesTold(
  statement: Statement,
  wanted: readonly Wanted[],
  named: readonly Comparison[],
): readonly Comparison[] {
  const rows = wanted.filter(({ indicator: { target } }) => target.kind === 'date');
  if (rows.length === 0) return [];
  const { text } = statement;
  return [...text.matchAll(DEADLINE)].flatMap((match): Comparison[] => {
    const { index } = match;
    const isNamed = named.some(({ told }) => told !== null && Math.abs(told.at - index) < 4);
    const words = clauseAround(text, index, match[0]).join('');
    const row = isNamed ? null : likeliest(rows.flatMap((one) => likenessOf(one, words) ?? []));
    if (!row || degreeOf(row) < ENOUGH) return [];
    const { name, target, targetCell, actual } = row.wanted.indicator;
    const isKnown = isSameDay(match, target.text) || isSameDay(match, actual.text);
    // Of another year it is what is yet to come.
    if (isKnown || !partsIn(target.text).some(([, year]) => isYear(match[1], year))) return [];
    return [
      {
        kind: 'target',
        fact: name,
        cell: targetCell,
        told: { statement, at: index },
        verdict: 'differs',
        expected: target.text,
        found: match[0],
        sure: false,
      },
    ];
  });
}

const isYear = (year: string | undefined, other: string | undefined): boolean =>
  year === undefined || other === undefined || year === other;

/** The words of its clause before and behind a place. */
const clauseAround = (text: string, at: number, found: string): readonly [string, string] => [
  text
    .slice(0, at)
    .split(/[，。；]/)
    .at(-1) ?? '',
  text.slice(at + found.length).split(/[，。；]/)[0] ?? '',
];

/** The clause of a date, or the next where the date is all of it: 截至12月6日，补助资金已发放到位. */
function likeRows(text: string, at: number, date: string, rows: readonly Wanted[]): Likeness[] {
  const before =
    text
      .slice(0, at)
      .split(/[，。；]/)
      .at(-1) ?? '';
  const [own = '', next = ''] = text.slice(at + date.length).split(/[，。；]/);
  const alone = (before + own).replace(/截[至止]|[^\u4e00-\u9fff]/g, '').length < 3;
  const words = before + own + (alone ? next : '');
  if (/计划|要求|预计|拟|原定|目标|上年|去年/.test(before)) return [];
  return rows.flatMap((row) => likenessOf(row, words) ?? []);
}

type Told = readonly (string | undefined)[];
type Date = RegExpExecArray;

const partsIn = (text: string): readonly Date[] => [...text.matchAll(DATES)];

const isSameDay = ([, year, month, day]: Told, text: string): boolean =>
  partsIn(text).some(
    ([, otherYear, otherMonth, otherDay]) =>
      (year === undefined || otherYear === undefined || year === otherYear) &&
      month === otherMonth &&
      (day === undefined || otherDay === undefined || day === otherDay),
  );

/** Of one month with one key of the day changed, or of one day with one key of the month. */
const isNearDay = ([, , month = '', day = '']: Told, text: string): boolean =>
  partsIn(text).some(([, , otherMonth = '', otherDay = '']) =>
    month === otherMonth
      ? day !== '' && isOneKeyOff(day.padStart(2, '0'), otherDay.padStart(2, '0'))
      : day !== '' && day === otherDay && isOneKeyOff(month, otherMonth),
  );

/** So many neighbouring signs of a cell in a sentence: it tells that cell. */
const OF_CELL = 6;
/** So many of those around a date, and so much of them, in the clause of another. */
const OF_CLAUSE = 3;
const MOST = 0.6;

/**
 * 产权移交滞后，预计2025年8月前完成, of a row whose reason says 2025年5月: another month or day of a cell's told in
 * its own words; asked, where its very clause is told (设备9月才到货 of 设备8月才到货) claimed.
 */
export const datesOfCells = (
  statements: readonly Statement[],
  cells: readonly Prose[],
  indicators: readonly Indicator[],
): readonly Comparison[] => {
  const days = indicators.map(({ actual, target }) => `${actual.text} ${target.text}`).join(' ');
  const dated = cells.filter(({ text }) => partsIn(text).length > 0);
  return statements.flatMap((statement) => {
    const told = partsIn(statement.text);
    // What the cell has is told beside it: this is of something else.
    const others = dated.filter(({ text }) => !told.some((date) => isSameDay(date, text)));
    return told.flatMap((date): Comparison[] => {
      const meant = others.find((cell) => tellsDate(statement, date, cell) !== null);
      if (!meant || isSameDay(date, `${meant.text} ${days}`)) return [];
      return [
        {
          kind: 'indicator',
          fact: meant.fact,
          cell: meant.cell,
          told: { statement, at: date.index },
          verdict: 'differs',
          expected: meant.text,
          found: date[0],
          sure: tellsDate(statement, date, meant) === 'clause',
        },
      ];
    });
  });
};

/** How near to a cell's own words a date is told. */
function tellsDate({ text }: Statement, date: Date, cell: Prose): 'clause' | 'cell' | null {
  const around = clauseAround(text, date.index, date[0]).join('');
  const isClause = partsIn(cell.text).some((meant) => {
    const words = clauseAround(cell.text, meant.index, meant[0]).join('');
    const shared = pairsShared(words, around);
    return shared >= OF_CLAUSE && shared >= (words.length - 1) * MOST;
  });
  if (isClause) return 'clause';
  return pairsShared(cell.text, text) >= OF_CELL && isOfYear(date[1], cell.text) ? 'cell' : null;
}

const isOfYear = (year: string | undefined, text: string): boolean =>
  year !== undefined && partsIn(text).some(([, other]) => other === year);
