import type { PreparedContext } from '../check';
import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { percent } from '../../scoring/figures';
import { denominatorOf } from '../../scoring/execution-rate';
import { fundsRate, sumRate } from '../funds';
import { explainsFunds, isReason, namesCause } from '../wording';

/** Any 偏差原因 of the table counts, and a cause named in the goal, the meta block or a remark. */
export const executionUnexplained = defineCheck({
  id: 'execution-unexplained',
  code: 'JX305',
  severity: 'warning',
  kinds: EVERY_KIND,
  scope: 'block',
  about: ['funds'],
  texts: {
    'zh-CN': {
      title: '执行率偏低未说明原因',
      message: {
        plain: '执行率 {found}，低于 {expected}，表中没有说明原因。',
      },
      why: '资金没有花完，要说明是结余、未支付还是任务没完成。',
      fix: '请在偏差原因或说明中写明执行率偏低的原因和改进措施。',
      basis:
        '四川部门预算项目自评表：执行率低于90%须说明（青神县2023年公开自评表）；一体化系统低于80%预警',
    },
    en: {
      title: 'Low execution rate without a reason',
      message: {
        plain:
          'The execution rate is {found}, below {expected}, and no reason stands in the table.',
      },
      why: 'It must be said whether money was saved, not yet paid, or the work not done.',
      fix: 'Explain the low rate and what will be done, in the reason column or a remark.',
      basis:
        'Sichuan form: rates below 90 % are explained (Qingshen 2023); the integrated system warns below 80 %',
    },
  },
  find(say, context) {
    const { facts, profile } = context;
    const { total, parts, scored } = facts.funds;
    const row = scored ?? total;
    const rate = fundsRate(context);
    if (row === null || rate === null || rate >= profile.execution.explainBelow) return [];
    if ((denominatorOf(row, profile) ?? 0) === 0 || facts.anyReason) return [];
    // Where the parts say the money was spent, the total row is the mistake (funds-sum).
    const ofParts = sumRate(parts, profile);
    if (ofParts !== null && ofParts >= profile.execution.explainBelow) return [];
    if (causeNamed(context)) return [];
    const cell = row.rate?.cell ?? row.executed?.cell;
    if (!cell) return [];
    const threshold = percent(profile.execution.explainBelow);
    const found = percent(rate);
    return [say(cell, { expected: threshold, found })];
  },
});

function causeNamed({ table }: PreparedContext): boolean {
  if (namesCause(table.goal.achieved?.value ?? '')) return true;
  if (table.notes.some(({ value }) => namesCause(value) || explainsFunds(value))) return true;
  return table.meta.some(({ label, value }) => /原因|说明/.test(label) && isReason(value));
}
