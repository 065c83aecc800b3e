import type { RowScore } from '../../../model/score';
import type { Indicator } from '../../../model/table';
import type { Statement } from '../facts/statement';
import type { Comparison } from './comparison';

interface Spoken {
  readonly wanted: { readonly indicator: Indicator };
  readonly from: number;
  readonly end: number;
  readonly full: boolean;
}

const RATE = /(?:完成率|达成率)(?:为|是|达到?|约|：|:)?$/;
const DATE = /(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{4}年(?:度|末|底)?/g;

/** The rate of completion and the dates that a sentence tells behind an indicator's name. */
export function compareRowFacts(
  statement: Statement,
  { wanted: { indicator }, from, end, full }: Spoken,
  row: RowScore | null,
): Comparison[] {
  if (!full) return [];
  return [
    ...rates(statement, indicator, row, from, end),
    ...dates(statement, indicator, from, end),
  ];
}

function rates(
  statement: Statement,
  indicator: Indicator,
  row: RowScore | null,
  from: number,
  end: number,
): Comparison[] {
  if (row?.achievement == null) return [];
  const expected = Number((row.achievement * 100).toFixed(2));
  return statement.figures.flatMap((figure): Comparison[] => {
    const inside = figure.start >= from && figure.start < end;
    if (!inside || figure.kind !== 'percent' || !RATE.test(figure.label)) return [];
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
