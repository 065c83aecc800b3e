import { isBlank } from '../../model/blank';
import type { Finding } from '../../model/finding';
import type { NumberCell } from '../../model/table';
import { sum } from '../../quantity/exact';
import { isLeftOut } from '../../quantity/not-applicable';
import { EVERY_KIND } from '../check';
import { defineCheck, type Say } from '../define-check';
import type { TableFacts } from '../table-facts';
import { brief, rawText } from '../wording';

/**
 * Indicator rows and the scored row of the funds block; one finding for the table where no indicator
 * has a score.
 */
export const scoreMissing = defineCheck({
  id: 'score-missing',
  code: 'JX103',
  severity: 'error',
  kinds: EVERY_KIND,
  scope: 'row',
  about: ['score'],
  silences: ['score-over-weight', 'unmet-full-score', 'score-not-computed', 'met-not-full'],
  toldWith: { onRow: ['actual-missing', 'result-without-input'], remains: true },
  texts: {
    'zh-CN': {
      title: '得分未填',
      message: {
        plain: '“{name}”有分值 {weight} 分，但得分是空的。',
        text: '“{name}”的得分写的是“{found}”，不是数。',
        all: '各指标的得分都没有填。',
      },
      why: '有分值的行都要计入总分，缺一行总分就不完整。',
      fix: '请填写得分；表上有评分标准的，按标准评。',
      fixes: {
        computed: '请填写得分，可以填入算出的得分。',
        funds: '请按“执行率 × 分值”填写得分。',
        some: '请逐行填写得分；能计算的行，可以填入算出的得分。',
      },
      basis: '一体化系统导入核对“行得分不能为空”；青神县发改局2023年公开自评表为实例',
    },
    en: {
      title: 'No score',
      message: {
        plain: '“{name}” carries {weight} points but its 得分 is blank.',
        text: 'The 得分 of “{name}” is “{found}”, which is no number.',
        all: 'No indicator has a 得分.',
      },
      why: 'Every row with points counts towards the total.',
      fix: 'Fill in the 得分, by the 评分标准 where the form has one.',
      fixes: {
        computed: 'Fill in the 得分; the computed one may be filled in.',
        funds: 'Fill in the 得分 as the execution rate times the 分值.',
        some: 'Fill in every 得分; where one is computed it may be filled in.',
      },
      basis:
        'Import check of the integrated system: the row score may not be blank; seen in Qingshen 2023',
    },
  },
  find(say, { table, facts, rows: scored, budget, profile }) {
    const funds = fundsRow(facts, budget?.score ?? null);
    const rows = table.indicators.flatMap((indicator, index) => {
      if (isLeftOut(indicator, profile)) return [];
      const { name, score } = indicator;
      const { weight = null, filled = null } = facts.rows[index] ?? {};
      const computed = scored[index]?.score ?? null;
      return weight === null || score === null ? [] : [{ name, score, weight, filled, computed }];
    });
    const open = [...(funds ? [funds] : []), ...rows.filter(({ filled }) => filled === null)];
    const [first] = open;
    const unscored =
      rows.length > 0 && rows.every(({ filled, score }) => filled === null && isOpen(score));
    if (!first || !unscored || open.length === 1) return open.map((row) => missing(say, row));
    const cells = open.map(({ score }) => score.cell);
    const points = sum(open.map(({ weight }) => weight));
    const able = open.filter(isComputed).length;
    const advice = able === open.length ? 'computed' : able > 0 ? 'some' : undefined;
    const data = { count: open.length };
    return [say(first.score.cell, { variant: 'all', advice, data, cells, points })];
  },
});

interface OpenRow {
  readonly name: string;
  readonly score: NumberCell;
  readonly weight: number;
  /** What it would score; null where that cannot be computed. */
  readonly computed: number | null;
  /** The row of the funds, which no standard scores. */
  readonly ofFunds?: true;
}

/** A formula that gives nothing is left to give something. */
const isComputed = ({ computed, score }: OpenRow): boolean =>
  computed !== null && score.formula === null;

/** The funds row that carries points and has no score. */
function fundsRow({ funds: { scored } }: TableFacts, computed: number | null): OpenRow | null {
  const weight = scored?.weight?.value ?? 0;
  if (!scored?.score || scored.score.value !== null || weight <= 0) return null;
  return { name: scored.label, score: scored.score, weight, computed, ofFunds: true };
}

const isOpen = ({ raw }: NumberCell): boolean => isBlank(raw) || typeof raw === 'object';

function missing(
  say: Say<'plain' | 'text' | 'all', 'computed' | 'some' | 'funds'>,
  row: OpenRow,
): Finding {
  const { name, score, weight } = row;
  const blank = isOpen(score);
  return say(score.cell, {
    variant: blank ? 'plain' : 'text',
    advice: isComputed(row) ? 'computed' : row.ofFunds ? 'funds' : undefined,
    found: blank ? null : rawText(score.raw),
    data: { name: brief(name), weight },
    points: weight,
  });
}
