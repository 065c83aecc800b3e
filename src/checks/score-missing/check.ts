import { isBlank } from '../../model/blank';
import type { Finding } from '../../model/finding';
import { EVERY_KIND } from '../check';
import { defineCheck, type Say } from '../define-check';
import { isEmptyForm } from '../empty-form';
import { brief, rawText } from '../wording';
import type { NumberCell } from '../../model/table';

/** Indicator rows and the scored row of the funds block. */
export const scoreMissing = defineCheck({
  id: 'score-missing',
  code: 'JX103',
  severity: 'error',
  kinds: EVERY_KIND,
  scope: 'row',
  about: ['score'],
  silences: ['score-over-weight', 'unmet-full-score', 'score-not-computed', 'met-not-full'],
  toldWith: { onRow: ['actual-missing'] },
  texts: {
    'zh-CN': {
      title: '得分未填',
      message: {
        plain: '“{name}”有分值 {weight} 分，但得分是空的。',
        text: '“{name}”的得分写的是“{found}”，不是数。',
      },
      why: '有分值的行都要计入总分，缺一行总分就不完整。',
      fix: '请填写得分；能计算的行，可以直接采用工具算出的分数。',
      basis: '一体化系统导入核对“行得分不能为空”；青神县发改局2023年公开自评表为实例',
    },
    en: {
      title: 'No score',
      message: {
        plain: '“{name}” carries {weight} points but its 得分 is blank.',
        text: 'The 得分 of “{name}” is “{found}”, which is no number.',
      },
      why: 'Every row with points counts towards the total.',
      fix: 'Fill in the 得分, or take the computed one where there is one.',
      basis:
        'Import check of the integrated system: the row score may not be blank; seen in Qingshen 2023',
    },
  },
  find(say, context) {
    const funds = context.facts.funds.scored;
    const weight = funds?.weight?.value ?? 0;
    if (!funds?.score || funds.score.value !== null || weight <= 0) return [];
    if (isEmptyForm(context.table)) return [];
    return [missing(say, funds.score, funds.label, weight)];
  },
  everyRow(say) {
    return ({ score, name }, _score, { filled, weight }) =>
      filled !== null || weight === null || score === null
        ? null
        : missing(say, score, name, weight);
  },
});

function missing(
  say: Say<'plain' | 'text'>,
  score: NumberCell,
  name: string,
  weight: number,
): Finding {
  const blank = isBlank(score.raw) || typeof score.raw === 'object';
  return say(score.cell, {
    variant: blank ? 'plain' : 'text',
    found: blank ? null : rawText(score.raw),
    data: { name: brief(name), weight },
  });
}
