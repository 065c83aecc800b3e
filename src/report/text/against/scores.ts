import type { TableResult } from '../../../model/score';
import type { CellRef } from '../../../model/grid';
import { compare, ratio, subtract } from '../../../quantity/exact';
import { levelSummaries, type LevelSummary } from '../../level-summary';
import type { ReportContext } from '../check';
import { gradesOf } from '../facts/grades';
import type { Figure } from '../facts/figure';
import { projectOf, WHOLE_UNIT } from '../facts/score-projects';
import type { ScoreStated } from '../facts/stated';
import { isPrior, type Statement } from '../facts/statement';
import { sharesPair } from '../relations/likeness';
import { normalised, type ReportText } from '../read-report';
import { notTold, type Comparison } from './comparison';

/** The score the table itself gives (domain rule E01), its grade, and the points of its levels. */
export function compareScores(context: ReportContext, result: TableResult): Comparison[] {
  return [
    ...totals(context, result),
    ...grades(context, result),
    ...levels(context.statements, result),
  ];
}

/** 森林防火项目自评得分97.5分, in a report of which the form is another project's or the whole unit's. */
function isOfOtherProject(report: ReportText, score: ScoreStated, { table }: TableResult): boolean {
  const named = projectOf(report, { ...score, figure: { ...score.figure, lead: clauseOf(score) } });
  if (named === '') return false;
  const isWhole = named === WHOLE_UNIT;
  if (isWhole || table.scope === 'unit') return isWhole !== (table.scope === 'unit');
  const own = normalised(table.project?.value ?? '');
  return own !== '' && !sharesPair(named.replace(/项目|资金|经费|工程|补助|专项/g, ''), own);
}

const clauseOf = ({ statement, figure }: ScoreStated): string =>
  statement.text
    .slice(0, figure.start)
    .split(/[，。；：]/)
    .at(-1) ?? '';

function totals({ report, scores: all }: ReportContext, result: TableResult): Comparison[] {
  const { totals: own, table } = result;
  const expected = own.printedScore ?? own.filledScore ?? own.score;
  const cell = table.total?.score?.cell ?? null;
  if (expected === null) return [];
  const scores = all.filter((score) => !isOfOtherProject(report, score, result));
  if (scores.length === 0) return [notTold('total', '总分', cell, expected)];
  return scores.map(({ statement, figure }) => ({
    kind: 'total',
    fact: '总分',
    cell,
    told: { statement, at: figure.start },
    verdict:
      compare(figure.value, expected) === 0 || isRounded(statement, figure, expected)
        ? 'same'
        : 'differs',
    expected,
    found: figure.value,
    sure: true,
  }));
}

/** 97分（四舍五入） of 97.13 */
const isRounded = ({ text }: Statement, { value, end, decimals }: Figure, exact: number): boolean =>
  /^[（(，]?(?:经)?四舍五入/.test(text.slice(end)) &&
  Math.abs(exact - value) <= 10 ** -decimals / 2 + 1e-9;

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

interface Level {
  readonly label: string;
  readonly name: string;
  readonly cell: CellRef | null;
  readonly weight: number | null;
  readonly score: number | null;
  /** Indicators in all, met and unmet; null for the funds, and where rows are left out. */
  readonly counts: readonly [number, number, number] | null;
}

const levelOf = (level: LevelSummary, { table }: TableResult): Level[] => {
  const name = (level.label ?? '').replace(/[^\u4e00-\u9fff]/g, '').replace(/指标$/, '');
  const first = level.rows[0] === undefined ? null : table.indicators[level.rows[0]];
  const { met, over, unmet } = level.statuses;
  return name.length < 2
    ? []
    : [
        {
          label: level.label ?? '',
          name: name.replace(/^[一二三四五六七八九十]+(?=[\u4e00-\u9fff]{2})/, ''),
          cell: first?.level1Cell ?? null,
          // A report may tell of all rows of the form or of those that count: either is right.
          weight: level.leftOut > 0 ? null : level.weight,
          score: level.filled ?? level.computed,
          counts: level.leftOut > 0 ? null : [level.count, met + over, unmet],
        },
      ];
};

function fundsLevel({ budget, table }: TableResult): Level[] {
  const cell = table.budget?.rows.find((row) => row.isTotal)?.score?.cell ?? null;
  if (!budget) return fundsRow(table);
  const score = budget.filledScore ?? budget.score;
  return [
    { label: '预算执行', name: '预算执行', cell, weight: budget.weight, score, counts: null },
  ];
}

/** A rubric has the rate of execution among its rows, a name that no report tells of a row alone. */
const fundsRow = ({ indicators }: TableResult['table']): Level[] =>
  indicators
    .filter(({ name }) => /^(?:预算|资金)执行率$/.test(name.trim()))
    .map(({ name, weight, score }) => ({
      label: name,
      name: name.trim().slice(0, -1),
      cell: score?.cell ?? null,
      weight: weight?.value ?? null,
      score: score?.value ?? null,
      counts: null,
    }));

/** 产出指标设10项，达到年度目标8项，分值50分，得分48.91分，得分率97.82%. */
function levels(statements: readonly Statement[], result: TableResult): Comparison[] {
  const own = [
    ...levelSummaries(result).flatMap((level) => levelOf(level, result)),
    ...fundsLevel(result),
  ];
  return own.flatMap((level): Comparison[] => {
    const { name, label, cell, score } = level;
    const others = own.map((other) => other.name).filter((other) => other !== name);
    const told = statements.flatMap((statement) =>
      levelFigures(statement, name, others).flatMap((figure): Comparison[] => {
        const expected = expectedOf(level, figure);
        if (expected === null) return [];
        const slack = figure.kind === 'percent' ? 10 ** -figure.decimals / 2 + 1e-9 : 0;
        const unit = figure.kind === 'percent' ? '%' : figure.kind === 'points' ? '分' : '项';
        return [
          {
            kind: 'level-score',
            fact: label,
            cell,
            told: { statement, at: figure.start },
            verdict: Math.abs(figure.value - expected) > slack ? 'differs' : 'same',
            expected: `${expected}${unit}`,
            found: `${figure.text}${unit}`,
            sure: true,
          },
        ];
      }),
    );
    if (told.length > 0 || score === null) return told;
    return [notTold('level-score', label, cell, `${score}分`)];
  });
}

const REST = /其余$/;
const UNMET = /(?:未达到|未完成|没有完成)(?:年度)?(?:目标)?(?:的)?$/;
const MET = /(?:达到|完成)(?:年度)?(?:目标)?(?:的)?$/;
const ALL = /(?:设|设有|设置|共|共设|包括)$/;

/** What the table says of what a figure behind a level's name tells; null for anything else. */
function expectedOf({ weight, score, counts }: Level, { kind, label }: Figure): number | null {
  if (kind === 'count') {
    if (!counts) return null;
    if (UNMET.test(label)) return counts[2];
    if (REST.test(label)) return subtract(subtract(counts[0], counts[1]), counts[2]);
    return MET.test(label) ? counts[1] : ALL.test(label) ? counts[0] : null;
  }
  if (kind === 'points') return WEIGHT.test(label) ? weight : POINTS.test(label) ? score : null;
  const share = score === null || weight === null ? null : ratio(score, weight, 4);
  return share === null ? null : Number((share * 100).toFixed(2));
}

/** 预算执行率95%，该项得9.5分 */
const OF_ITSELF = /^[该本此](?:项|指标)(?:自评)?得分?$/;

/** 指标5分，得4.6分: the first are those that could be had. */
const FULL_BEFORE_GOT = /^[，,]?(?:自评|实际)?得分?\d/;

/** Points, rates and numbers of indicators behind a level's name, before the next level's. */
function levelFigures(
  { text, figures }: Statement,
  name: string,
  others: readonly string[],
): Figure[] {
  const follows = '分值|满分|权重|得|自评|：|:|，|共|设|[（(]|\\d';
  // 社会效益 is no 效益: the level's name begins its clause.
  const place = new RegExp(
    `(?:^|[，。；：、]|其中)(?:[本该]?项目|(?:本|全)?年度?)?${name}(?:类|方面|部分|率)?(?:指标)?(?:${follows})`,
  ).exec(text);
  if (!place) return [];
  const at = text.indexOf(name, place.index);
  // 产出、效益、满意度指标得89.96分: of all of them together.
  if (others.some((other) => new RegExp(`${other}(?:指标)?[、和及]$`).test(text.slice(0, at))))
    return [];
  const ends = others
    .map((other) => text.indexOf(other, at + name.length))
    .filter((end) => end > 0);
  const end = Math.min(text.length, ...ends);
  let before = at + name.length;
  const found: Figure[] = [];
  for (const figure of figures) {
    if (figure.start < before || figure.start >= end) continue;
    const label = text.slice(before, figure.start).replace(/^(?:类|方面|部分)?指标|[（(，,]/g, '');
    before = figure.end;
    if (
      isPrior(figure) ||
      figure.bound !== null ||
      // 其余指标得89.96分，总分99.86分: of more than the level.
      /其余|其他|[总合]计|总(?:得|评)?分|共得/.test(label) ||
      (/指标得|项得|扣/.test(label) && !OF_ITSELF.test(label))
    )
      continue;
    // …；合规性指标5分，得5分: another part of the sentence, once this one has told its points.
    const isOfNext = found.some(
      ({ kind, segment }) => kind === 'points' && segment < figure.segment,
    );
    if (figure.kind === 'points' && isOfNext) continue;
    const isFull = FULL_BEFORE_GOT.test(text.slice(figure.end));
    const isPoints =
      figure.kind === 'points' && (WEIGHT.test(label) || (POINTS.test(label) && !isFull));
    const isRate = figure.kind === 'percent' && /得分率(?:为|达|：)?$/.test(label);
    const isCount = figure.kind === 'count' && figure.unitText === '项';
    if (isPoints || isRate || isCount) found.push({ ...figure, label });
  }
  return found;
}
