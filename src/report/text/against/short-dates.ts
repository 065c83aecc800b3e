import type { Indicator } from '../../../model/table';
import { isOneKeyOff } from '../facts/slip';
import type { Statement } from '../facts/statement';
import { normalised } from '../read-report';
import { pairsShared } from '../relations/likeness';
import type { Comparison } from './comparison';
import { degreeOf, likeliest, likenessOf, type Likeness } from './likely-row';
import type { Wanted } from './named-places';

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

const partsIn = (text: string): readonly Told[] => [...text.matchAll(DATES)];

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

/** So many neighbouring signs of a reason in a sentence: it tells that reason. */
const OF_REASON = 6;

/**
 * 产权移交滞后，预计2025年8月前完成, of a row whose reason says 2025年5月: another month or day of a reason told in
 * its own words; asked.
 */
export const datesOfReasons = (
  statements: readonly Statement[],
  indicators: readonly Indicator[],
): readonly Comparison[] => {
  const dated = indicators.flatMap(({ name, reason, reasonCell, actual, target }) => {
    const told = normalised(reason ?? '');
    const known = `${told} ${actual.text} ${target.text}`;
    return partsIn(told).length > 0 ? [{ name, told, known, cell: reasonCell ?? null }] : [];
  });
  if (dated.length === 0) return [];
  return statements.flatMap((statement) => {
    const meant = dated.find(({ told }) => pairsShared(told, statement.text) >= OF_REASON);
    if (!meant) return [];
    const other = [...statement.text.matchAll(DATES)].filter(
      ([, year], at, all) => !isSameDay(all[at] ?? [], meant.known) && isOfYear(year, meant.told),
    );
    return other.map((match): Comparison => ({
      kind: 'indicator',
      fact: meant.name,
      cell: meant.cell,
      told: { statement, at: match.index },
      verdict: 'differs',
      expected: meant.told,
      found: match[0],
      sure: false,
    }));
  });
};

const isOfYear = (year: string | undefined, reason: string): boolean =>
  year !== undefined && partsIn(reason).some(([, other]) => other === year);
