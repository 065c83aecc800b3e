import { isBlank } from '../../model/blank';
import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { brief, packed } from '../wording';

/** Heads of the form that say whose project it is; 负责人 and 电话 are left to the unit. */
const NEEDED =
  /^(?:\d+[.、])?(?:转移支付\(?|专项)?(?:项目|资金|专项资金|专项)\)?名称$|主管部门(?:及代码)?$|^(?:项目)?(?:实施|预算|填报|项目|执行)单位(?:名称)?$/;

export const headMissing = defineCheck({
  id: 'head-missing',
  code: 'JX114',
  severity: 'warning',
  kinds: EVERY_KIND,
  scope: 'block',
  about: ['form'],
  texts: {
    'zh-CN': {
      title: '表头未填',
      message: {
        plain: '“{name}”是空的。',
      },
      why: '没有项目名称、主管部门或实施单位，这张表说不清是谁的。',
      fix: '请填写“{name}”。',
      basis: '某市申报表、自评表核对工具列为错误的必填项；天长市2022年公开自评表为实例',
    },
    en: {
      title: 'Head of the form left blank',
      message: {
        plain: '“{name}” is blank.',
      },
      why: 'Without project, department or unit nobody can tell whose form it is.',
      fix: 'Fill in “{name}”.',
      basis: 'An error in a city’s checker; seen in Tianchang 2022',
    },
  },
  find(say, { table }) {
    return table.meta.flatMap(({ label, value, cell, labelCell }) => {
      const plain = packed(label)
        .replace(/[（(]/g, '(')
        .replace(/[）)]/g, ')')
        .replace(/[:：]$/, '');
      const apart = cell.row !== labelCell.row || cell.column !== labelCell.column;
      if (!apart || !isBlank(value) || !NEEDED.test(plain)) return [];
      return [say(cell, { data: { name: brief(label) } })];
    });
  },
});
