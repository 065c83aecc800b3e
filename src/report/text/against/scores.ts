import type { TableResult } from '../../../model/score';
import { compare, ratio } from '../../../quantity/exact';
import { levelSummaries } from '../../level-summary';
import type { ReportContext } from '../check';
import { gradesOf } from '../facts/grades';
import type { Figure } from '../facts/figure';
import { isPrior, type Statement } from '../facts/statement';
import { notTold, type Comparison } from './comparison';

/** The score the table itself gives (domain rule E01), its grade, and the points of its levels. */
export function compareScores(context: ReportContext, result: TableResult): Comparison[] {
  return [
    ...totals(context, result),
    ...grades(context, result),
    ...levels(context.statements, result),
  ];
}

function totals({ scores }: ReportContext, { totals: own, table }: TableResult): Comparison[] {
  const expected = own.printedScore ?? own.filledScore ?? own.score;
  const cell = table.total?.score?.cell ?? null;
  if (expected === null) return [];
  if (scores.length === 0) return [notTold('total', '总分', cell, expected)];
  return scores.map(({ statement, figure }) => ({
    kind: 'total',
    fact: '总分',
    cell,
    told: { statement, at: figure.start },
    verdict: compare(figure.value, expected) === 0 ? 'same' : 'differs',
    expected,
    found: figure.value,
    sure: true,
  }));
}

function grades({ statements }: ReportContext, { totals: own, table }: TableResult): Comparison[] {
  const expected = table.grade?.value ?? own.grade;
  const cell = table.grade?.cell ?? null;
  if (expected === null) return [];
  const told = gradesOf(statements);
  if (told.length === 0) return [notTold('grade', '评价等级', cell, expected)];
  return told.map(({ statement, at, grade }) => ({
    kind: 'grade',
    fact: '评价等级',
    cell,
    told: { statement, at },
    verdict: expected.includes(grade.name) || grade.name.includes(expected) ? 'same' : 'differs',
    expected,
    found: grade.name,
    sure: true,
  }));
}

const WEIGHT = /(?:分值|满分|权重|标准分|设分|总分)(?:为|共|：|:)?$/;
const POINTS = /(?:得分?|得分率|自评|实际得)(?:为|共|：|:|了)?$/;

/** 产出指标分值50分，得分48.91分，得分率97.82%. */
function levels(statements: readonly Statement[], result: TableResult): Comparison[] {
  const summaries = levelSummaries(result).flatMap((level) => {
    const name = (level.label ?? '').replace(/[^\u4e00-\u9fff]/g, '').replace(/指标$/, '');
    return name.length >= 2 ? [{ ...level, name }] : [];
  });
  return summaries.flatMap((level): Comparison[] => {
    const score = level.filled ?? level.computed;
    const { weight, name, rows } = level;
    const cell =
      rows[0] === undefined ? null : (result.table.indicators[rows[0]]?.level1Cell ?? null);
    if (score === null || weight === null) return [];
    const others = summaries.map((other) => other.name).filter((other) => other !== name);
    const told = statements.flatMap((statement) =>
      levelFigures(statement, name, others).flatMap((figure) => {
        const share = ratio(score, weight, 4);
        const expected =
          figure.kind === 'percent'
            ? share === null
              ? null
              : Number((share * 100).toFixed(2))
            : WEIGHT.test(figure.label)
              ? weight
              : score;
        if (expected === null) return [];
        const slack = figure.kind === 'percent' ? 10 ** -figure.decimals / 2 + 1e-9 : 0;
        const differs = Math.abs(figure.value - expected) > slack;
        const unit = figure.kind === 'percent' ? '%' : '分';
        return [
          {
            statement,
            figure,
            differs,
            expected: `${expected}${unit}`,
            found: `${figure.text}${unit}`,
          },
        ];
      }),
    );
    if (told.length === 0) return [notTold('level-score', level.label ?? '', cell, `${score}分`)];
    return told.map(({ statement, figure, differs, expected, found }): Comparison => ({
      kind: 'level-score',
      fact: level.label ?? '',
      cell,
      told: { statement, at: figure.start },
      verdict: differs ? 'differs' : 'same',
      expected,
      found,
      sure: true,
    }));
  });
}

/** Points and rates behind a level's name, before the next level's. */
function levelFigures(
  { text, figures }: Statement,
  name: string,
  others: readonly string[],
): Figure[] {
  const at = text.search(
    new RegExp(
      `${name}(?:类|方面|部分)?(?:指标)?(?:[（(]|分值|满分|权重|得|自评|：|:|，|共|设|\\d)`,
    ),
  );
  if (at < 0) return [];
  const ends = others
    .map((other) => text.indexOf(other, at + name.length))
    .filter((end) => end > 0);
  const end = Math.min(text.length, ...ends);
  let before = at + name.length;
  const found: Figure[] = [];
  for (const figure of figures) {
    if (figure.start < before || figure.start >= end) continue;
    const words = text.slice(before, figure.start).replace(/[（(，,]/g, '');
    before = figure.end;
    if (isPrior(figure) || figure.bound !== null) continue;
    const points =
      figure.kind === 'points' &&
      (WEIGHT.test(words) || POINTS.test(words)) &&
      !/指标得|项得|扣/.test(words);
    if (points || (figure.kind === 'percent' && /得分率(?:为|达|：)?$/.test(words)))
      found.push({ ...figure, label: words });
  }
  return found;
}
