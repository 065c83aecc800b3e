import { isBlank } from '../../model/blank';
import type { Finding } from '../../model/finding';
import type { Table } from '../../model/table';
import { EVERY_KIND } from '../check';
import { defineCheck, type Say } from '../define-check';
import type { FundsFacts } from '../table-facts';
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
        swapped: '主管部门是“{name}”，实施单位是“{found}”，是不是填反了？',
      },
      why: '没有项目名称、主管部门、实施单位和资金，这张表说不清是谁的、花了多少。',
      fix: '请填写“{name}”。',
      fixes: {
        swapped: '请核对，填反的换过来。',
      },
      basis: '某市申报表、自评表核对工具列为错误的必填项；天长市2022年公开自评表为实例',
    },
    en: {
      title: 'Head of the form left blank',
      message: {
        plain: '“{name}” is blank.',
        swapped: 'The department is “{name}” and the unit “{found}”: should they change places?',
      },
      why: 'Without project, department, unit and funds nobody can tell whose form it is and what was spent.',
      fix: 'Fill in “{name}”.',
      fixes: {
        swapped: 'Let them change places if so.',
      },
      basis: 'An error in a city’s checker; seen in Tianchang 2022',
    },
  },
  find(say, { table, facts }) {
    const blank = table.meta.flatMap(({ label, value, cell, labelCell }) => {
      const plain = packed(label)
        .replace(/[（(]/g, '(')
        .replace(/[）)]/g, ')')
        .replace(/[:：]$/, '');
      const apart = cell.row !== labelCell.row || cell.column !== labelCell.column;
      if (!apart || !isBlank(value) || !NEEDED.test(plain)) return [];
      return [say(cell, { data: { name: brief(label) } })];
    });
    return [...blank, ...swapped(say, table), ...withoutFunds(say, facts.funds)];
  },
});

type SayHead = Say<'plain' | 'swapped', 'swapped'>;

const OFFICE = /(?:局|厅|委员会)(?:机关|本级)?$/;
const INSTITUTION = /(?:团|站|所|队|馆|院|校|园|中心)$/;

/** No institution is set over an office. */
function swapped(say: SayHead, { department, unit }: Table): Finding[] {
  if (!department || !unit) return [];
  const isAsked = INSTITUTION.test(department.value) && OFFICE.test(unit.value);
  const details = { data: { name: brief(department.value) }, found: brief(unit.value) };
  return isAsked ? [say(unit.cell, { variant: 'swapped', severity: 'info', ...details })] : [];
}

/** A funds block that nobody filled in; where a rate or a score stands, another check asks for the amounts. */
function withoutFunds(say: SayHead, { total, parts }: FundsFacts): Finding[] {
  const cell = total?.adjusted ?? total?.initial;
  const figures = [total, ...parts].flatMap((row) =>
    row ? [row.initial, row.adjusted, row.executed, row.received, row.rate, row.score] : [],
  );
  if (!total || !cell || !total.executed || figures.some((one) => one && !isBlank(one.raw)))
    return [];
  return [say(cell.cell, { severity: 'info', data: { name: brief(total.label) } })];
}
