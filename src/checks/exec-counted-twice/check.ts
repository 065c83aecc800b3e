import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { brief, packed } from '../wording';

/** The rate of spending itself; 资金使用合规率 or 资金到位率 are other things. */
const EXECUTION =
  /^(?:年度|全年|项目|财政)*(?:预算|资金|经费|预算资金|项目资金|专项资金)(?:执行|支出|支付)(?:完成)?(?:率|进度)(?:\d+%?)?$/;

export const execCountedTwice = defineCheck({
  id: 'exec-counted-twice',
  code: 'JX309',
  severity: 'warning',
  kinds: EVERY_KIND,
  scope: 'row',
  about: ['funds', 'name'],
  texts: {
    'zh-CN': {
      title: '预算执行计了两次分',
      message: {
        plain: '“{name}”又计 {found} 分，而资金栏已按执行率计 {funds} 分。',
      },
      why: '同一个执行率计了两次分。',
      fix: '请换成别的指标，或把资金栏的分值留给各指标。',
      basis: '一体化系统（合肥）的核对：预算执行率不得再列为三级指标',
    },
    en: {
      title: 'Execution scored twice',
      message: {
        plain: '“{name}” carries {found} points again; the funds row already carries {funds}.',
      },
      why: 'One rate earns points twice.',
      fix: 'Choose another indicator, or leave the points of the funds row to the indicators.',
      basis: 'Check of the integrated system (Hefei)',
    },
  },
  everyRow(say, { facts }) {
    const funds = facts.funds.scored?.weight?.value ?? 0;
    return ({ name, nameCell }, _score, { weight }) => {
      if (funds <= 0 || weight === null || !EXECUTION.test(packed(name))) return null;
      return say(nameCell, { data: { name: brief(name), funds }, found: weight });
    };
  },
});
