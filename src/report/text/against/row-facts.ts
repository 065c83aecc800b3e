import type { RowScore } from '../../../model/score';
import type { Indicator } from '../../../model/table';
import type { Statement } from '../facts/statement';
import { isLength } from '../facts/units';
import { normalised } from '../read-report';
import type { Comparison } from './comparison';
import type { Spoken } from './named-places';

const RATE = /(?:完成率|达成率)(?:为|是|达到?|约|：|:)?$/;
const DATE = /(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{4}年(?:度|末|底)?/g;

/** The rate of completion and the dates that a sentence tells behind an indicator's name. */
export function compareRowFacts(
  statement: Statement,
  { wanted: { indicator, actual }, from, end, full }: Spoken,
  row: RowScore | null,
): Comparison[] {
  if (!full) return [];
  return [
    ...rates(statement, indicator, row, from, end),
    ...dates(statement, indicator, from, end),
    ...asWritten(statement, indicator, from, end, actual === null || isLength(actual.unit)),
  ];
}

function rates(
  statement: Statement,
  indicator: Indicator,
  row: RowScore | null,
  from: number,
  end: number,
): Comparison[] {
  // 项目按期完成率97% of a row of that name is what it reached.
  if (row?.achievement == null || /(?:完成率|达成率)$/.test(indicator.name)) return [];
  const expected = Number((row.achievement * 100).toFixed(2));
  return statement.figures.flatMap((figure): Comparison[] => {
    const inside = figure.start >= from && figure.start < end;
    const isRate = RATE.test(figure.label) && RATE.test(statement.text.slice(from, figure.start));
    // 演出任务完成率105% of a row of that name is what it reached.
    if (!inside || figure.kind !== 'percent' || !isRate) return [];
    // 儿童康复救助67名；无障碍改造113户，完成率94.17%: of what its own part of the sentence counts.
    const isCounted = statement.figures.some(
      ({ kind, start, segment }) =>
        start > from && start < figure.start && kind === 'count' && segment === figure.segment,
    );
    if (isCounted && /；/.test(statement.text.slice(from, figure.start))) return [];
    const fits = Math.abs(figure.value - expected) <= 10 ** -figure.decimals / 2 + 1e-9;
    // 100 % may also be said of what went beyond its target.
    const whole = figure.value === 100 && expected > 100;
    return [
      {
        kind: 'achievement',
        fact: indicator.name,
        cell: indicator.actualCell,
        told: { statement, at: figure.start },
        verdict: fits || whole ? 'same' : 'differs',
        expected: `${expected}%`,
        found: `${figure.text}%`,
        sure: true,
      },
    ];
  });
}

const parts = (date: string): string => date.replace(/[度末底]/g, '');

function dates(
  statement: Statement,
  indicator: Indicator,
  from: number,
  end: number,
): Comparison[] {
  const { actual, target } = indicator;
  if (actual.kind !== 'date' && target.kind !== 'date') return [];
  const known = [actual.text, target.text].flatMap((text) => text.match(DATE) ?? []).map(parts);
  if (known.length === 0) return [];
  const told = [...statement.text.slice(from, end).matchAll(DATE)];
  return told.map((match): Comparison => {
    const found = parts(match[0]);
    const same = known.some((date) => date.startsWith(found) || date.endsWith(found));
    return {
      kind: 'indicator',
      fact: indicator.name,
      cell: indicator.actualCell,
      told: { statement, at: from + match.index },
      verdict: same ? 'same' : 'differs',
      expected: actual.text,
      found: match[0],
      sure: true,
    };
  });
}

const FIGURE = /\d+(?:,\d{3})*(?:\.\d+)?/g;
const TARGET_FOLLOWS = /(?:年度目标|年度指标值|目标值|指标值)(?:值|为|是|：|:)?/;
const ACTUAL_FOLLOWS = /(?:实际完成值|完成值)(?:为|是|：|:)?/;

/** Target and actual in the very words of the form, of which a figure is another. */
function asWritten(
  statement: Statement,
  indicator: Indicator,
  from: number,
  end: number,
  inWords: boolean,
): Comparison[] {
  const { target, actual, targetCell, actualCell } = indicator;
  const behind = (mark: RegExp): number | null => {
    const match = mark.exec(statement.text.slice(from, end));
    return match ? from + match.index + match[0].length : null;
  };
  const inBrackets = /^[（(]/.test(statement.text.slice(from));
  // What can be compared as a value is, right behind the name.
  const next = inBrackets ? from + 1 : inWords ? from : null;
  const base = { fact: indicator.name, sure: true };
  return [
    { at: behind(TARGET_FOLLOWS), text: target.text, cell: targetCell, kind: 'target' as const },
    {
      at: behind(ACTUAL_FOLLOWS) ?? next,
      text: actual.text,
      cell: actualCell,
      kind: 'indicator' as const,
    },
  ].flatMap(({ at, text, cell, kind }): Comparison[] => {
    const found = at === null ? null : figuresAs(text, statement.text.slice(at, end));
    const expected = normalised(text).match(FIGURE) ?? [];
    if (at === null || found === null) return [];
    const verdict = found.join() === expected.join() ? 'same' : 'differs';
    const told = { statement, at };
    const values = { expected: text, found: found.join('、'), lists: { found } };
    return [{ ...base, ...values, kind, cell, told, verdict }];
  });
}

/** The figures at the start of `words` where they are worded as `text` is; null where they are not, or no figure is. */
function figuresAs(text: string, words: string): readonly string[] | null {
  const plain = normalised(text).replace(/^[=＝]/, '');
  const parts = plain.split(FIGURE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (parts.length < 2) return null;
  // A bare figure may be told with a scale of its own: 1万 of 10000.
  const ends = /\d$/.test(plain) ? '(?=[，。；、）)]|$)' : '';
  const match = new RegExp(`^${parts.join('(\\d+(?:,\\d{3})*(?:\\.\\d+)?)')}${ends}`).exec(words);
  return match ? match.slice(1) : null;
}
