import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { isExecutionRate } from '../funds';
import { brief } from '../wording';

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
    return ({ name, nameCell, target }, _score, { weight }) => {
      if (funds <= 0 || weight === null || !isExecutionRate(name)) return null;
      // 11月底达到90% is a progress on the way, and no rate of the year.
      const isOnTheWay = /(?<!\d|1)1[01]月|(?<!\d)[1-9]月|季度|半年/.test(target.text);
      return say(nameCell, {
        ...(isOnTheWay && { severity: 'info' as const }),
        data: { name: brief(name), funds },
        found: weight,
      });
    };
  },
});
