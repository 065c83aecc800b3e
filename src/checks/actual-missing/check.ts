import { isNotApplicable } from '../../model/blank';
import { sum } from '../../quantity/exact';
import type { FindingSeverity } from '../../model/finding';
import { TARGET_ONLY } from '../check';
import { defineCheck } from '../define-check';
import { standsForFunds } from '../funds';
import { isJudgedByPapers } from '../table-facts';
import { brief } from '../wording';

/** One finding for the table where no indicator has an actual value. */
export const actualMissing = defineCheck({
  id: 'actual-missing',
  code: 'JX102',
  severity: 'error',
  kinds: TARGET_ONLY,
  scope: 'row',
  about: ['value'],
  silences: [
    'unmet-full-score',
    'score-not-computed',
    'met-not-full',
    'reason-missing',
    'qualitative-band',
  ],
  texts: {
    'zh-CN': {
      title: '实际完成值未填',
      message: {
        plain: '“{name}”有分值 {weight} 分，但实际完成值是空的。',
        all: '各指标的实际完成值都没有填。',
      },
      why: '没有实际完成值，得分就没有依据。',
      fix: '请填写实际完成值；确无此项工作的，与主管部门商定后调整指标和分值。',
      basis: '一体化系统导入核对“实际完成值不能为空”；天长市水利局2022年公开自评表为实例',
    },
    en: {
      title: 'No actual value',
      message: {
        plain: '“{name}” carries {weight} points but its 实际完成值 is blank.',
        all: 'No indicator has a 实际完成值.',
      },
      why: 'Without an actual value the score has nothing to stand on.',
      fix: 'Fill in the 实际完成值, or agree with the department to drop the indicator and move its points.',
      basis:
        'Import check of the integrated system: 实际完成值 may not be blank; seen in Tianchang 2022',
    },
  },
  find(say, { table, facts, budget }) {
    const open = table.indicators.flatMap((indicator, index) => {
      const { target, actual, actualCell, name } = indicator;
      if (standsForFunds(indicator, budget)) return [];
      const { weight = null, rubric = false } = facts.rows[index] ?? {};
      if (actual.kind !== 'none' || actualCell === null || weight === null || rubric) return [];
      if (isNotApplicable(target.text) || isNotApplicable(actual.text)) return [];
      const severity: FindingSeverity = isJudgedByPapers(indicator) ? 'info' : 'error';
      return [{ cell: actualCell, weight, name, severity }];
    });
    const [first] = open;
    const none = table.indicators.every(({ actual }) => actual.kind === 'none');
    if (!first || !none || open.length === 1) {
      return open.map(({ cell, weight, name, severity }) =>
        say(cell, { severity, data: { name: brief(name), weight }, points: weight }),
      );
    }
    const cells = open.map(({ cell }) => cell);
    const points = sum(open.map(({ weight }) => weight));
    return [say(first.cell, { variant: 'all', data: { count: open.length }, cells, points })];
  },
});
