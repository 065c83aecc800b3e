import type { TableResult } from '../../../model/score';
import { subtract } from '../../../quantity/exact';
import { levelSummaries, type LevelSummary } from '../../level-summary';
import { written, type Figure } from '../facts/figure';
import type { Statement } from '../facts/statement';
import type { Comparison } from './comparison';
import { degreeOf, likeliest, likenessOf } from './likely-row';
import type { Wanted } from './named-places';
import { segmentBefore } from '../facts/segment-before';

const LOST = /(?:扣|失|丢)(?:了|除|减|掉)?(?:分)?(?:为|：|:)?$/;
/** 每低1个百分点扣2分 is the standard, not what was lost. */
const BY_RULE = /每|标准|最[多高]|扣完|超过[^，。；]*的|可|将/;
const ENOUGH = 0.5;

const lost = (weight: number | null | undefined, score: number | null | undefined): number =>
  weight == null || score == null ? 0 : subtract(weight, score);

/** Everything of a form that points can be lost in: rows, levels, the funds and all together. */
function lostIn(
  { table, budget, totals }: TableResult,
  levels: readonly LevelSummary[],
): ReadonlySet<number> {
  return new Set([
    ...table.indicators.map(({ weight, score }) => lost(weight?.value, score?.value)),
    ...levels.map(({ weight, filled }) => lost(weight, filled)),
    lost(budget?.weight, budget?.filledScore ?? budget?.score),
    lost(totals.weight, totals.printedScore ?? totals.filledScore ?? totals.score),
  ]);
}

/** 4 and 0.26 of 4.26: what several rows lost together. */
const isSumOf = (value: number, all: readonly number[]): boolean =>
  all.some((one, at) => all.slice(at + 1).some((other) => Math.abs(one + other - value) < 1e-9));

/**
 * 补助发放超期，扣2分, of a form in which nothing lost two points: asked of the row that its words name.
 * What the places of a row by its name were held against is in `named`.
 */
export function lostTold(
  statements: readonly Statement[],
  result: TableResult,
  wanted: readonly Wanted[],
  named: readonly Comparison[],
): Comparison[] {
  const levels = levelSummaries(result);
  const known = lostIn(result, levels);
  const losing = wanted.filter(
    ({ indicator: { weight, score } }) => lost(weight?.value, score?.value) > 0,
  );
  const each = [...known];
  return statements.flatMap((statement) =>
    statement.figures.flatMap((figure): Comparison[] => {
      if (figure.kind !== 'points' || !LOST.test(figure.label) || BY_RULE.test(figure.lead))
        return [];
      const isHeld = named.some(
        ({ told, kind }) =>
          kind === 'row-score' && told?.statement === statement && told.at === figure.start,
      );
      if (isHeld || known.has(figure.value) || isSumOf(figure.value, each)) return [];
      if (isPartOfList(statement, known)) return [];
      const own = wordsBefore(statement, figure);
      // 该项扣0.4分: of the row that the sentence before tells of.
      const words = /^[该此本]项/.test(own) ? `${statement.before?.text ?? ''}${own}` : own;
      const meant =
        rowMeant(losing, words) ?? lateMeant(losing, words) ?? levelMeant(levels, words);
      const told = { statement, at: figure.start };
      return meant === null
        ? []
        : [{ ...meant, told, verdict: 'differs', found: written(figure), sure: false }];
    }),
  );
}

/** …，该指标得12分, of the row that its part of the sentence names, which got another score. */
export function gotTold(
  statements: readonly Statement[],
  wanted: readonly Wanted[],
  named: readonly Comparison[],
): Comparison[] {
  return statements.flatMap((statement) =>
    statement.figures.flatMap((figure): Comparison[] => {
      if (figure.kind !== 'points' || !OF_ROW.test(figure.label)) return [];
      const isHeld = named.some(
        ({ told, kind }) =>
          SCORED.has(kind) && told?.statement === statement && told.at === figure.start,
      );
      const row = isHeld
        ? null
        : likeliest(wanted.flatMap((one) => likenessOf(one, namesBefore(statement, figure)) ?? []));
      const score = row?.wanted.indicator.score;
      if (!row || degreeOf(row) < NAMED || score?.value == null || score.value === figure.value)
        return [];
      const { name } = row.wanted.indicator;
      return [
        {
          kind: 'row-score',
          fact: name,
          cell: score.cell,
          told: { statement, at: figure.start },
          verdict: 'differs',
          expected: `${score.value}分`,
          found: written(figure),
          sure: false,
        },
      ];
    }),
  );
}

const OF_ROW = /[该本此](?:项|指标)(?:自评|实际)?得分?(?:为|：)?$/;
const SCORED: ReadonlySet<Comparison['kind']> = new Set(['row-score', 'level-score']);
const NAMED = 0.75;

const namesBefore = ({ text }: Statement, { start }: Figure): string =>
  segmentBefore(text, start).replace(OF_ROW, '');

type Meant = Pick<Comparison, 'kind' | 'fact' | 'cell' | 'expected'>;

function rowMeant(losing: readonly Wanted[], words: string): Meant | null {
  const row = likeliest(losing.flatMap((one) => likenessOf(one, words) ?? []));
  return !row || degreeOf(row) < ENOUGH ? null : ofRow(row.wanted);
}

function ofRow({ indicator: { name, weight, score } }: Wanted): Meant {
  const expected = `${lost(weight?.value, score?.value)}分`;
  return { kind: 'row-score', fact: name, cell: score?.cell ?? null, expected };
}

const LATE = /晚(?:于|了|\d)|推迟|延[迟误期后]|超期|逾期|滞后|拖延|[不未]及时/;

/** 发放超期: of the one row of days, or of what is due in time, that lost points. */
function lateMeant(losing: readonly Wanted[], words: string): Meant | null {
  const late = losing.filter(
    ({ indicator: { target, level2 } }) => target.kind === 'date' || level2?.includes('时效'),
  );
  const [one] = late;
  return one && late.length === 1 && LATE.test(words) ? ofRow(one) : null;
}

/** 产出类指标扣0.26分 */
function levelMeant(levels: readonly LevelSummary[], words: string): Meant | null {
  const level = levels.find(({ label }) => {
    const name = (label ?? '').replace(/指标$/, '');
    return name.length > 1 && new RegExp(`(?:^|，)${name}(?:类|方面)?指标`).test(words);
  });
  if (!level?.label) return null;
  const expected = `${lost(level.weight, level.filled)}分`;
  return { kind: 'level-score', fact: level.label, cell: level.scores[0]?.cell ?? null, expected };
}

/** 资料迟报扣1分、缺一项扣1分, of a row that lost two: each is a part of it. */
function isPartOfList({ figures }: Statement, known: ReadonlySet<number>): boolean {
  const others = figures.filter((one) => one.kind === 'points' && LOST.test(one.label));
  const sum = others.reduce((all, { value }) => all + value, 0);
  return others.length > 1 && known.has(Number(sum.toFixed(4)));
}

/** Its own clause and the one before it. */
const wordsBefore = ({ text }: Statement, { start }: Figure): string =>
  text
    .slice(0, start)
    .split(/[；。]/)
    .at(-1)
    ?.split('，')
    .slice(-2)
    .join('，')
    .replace(LOST, '') ?? '';
