import { defineReportCheck, placeIn } from '../../check';
import { written, type Figure } from '../../facts/figure';

const LEFT =
  /(?:结余|剩余|余额|未支出|未使用|未支付|未拨付|未执行|结转|尚余|尚有|还有)[^，。；\d]{0,10}$/;
const LEFT_BEHIND = /^[^，。；\d]{0,6}(?:未支付|未支出|未使用|未拨付|未执行|结转)/;
/** 尚有 alone says nothing of money left: 尚有 … 未支付 does. */
const BARE = /(?:尚有|还有)[^，。；\d]{0,10}$/;
const OTHER = /上年|年初|期初|以前|调减|收回|压减|其他|节约/;

const isLeft = ({ label, tail }: Figure): boolean =>
  LEFT_BEHIND.test(tail) || (LEFT.test(label) && !BARE.test(label));

export const contradictionBalance = defineReportCheck({
  id: 'contradiction-balance',
  severity: 'error',
  texts: {
    'zh-CN': {
      title: '执行率 100% 又有结余',
      message: '第{paragraph}段写执行率100%，这里写结余{found}。',
      fix: '核对支出、结余和执行率。',
      basis: '规则 F11：执行率 100% 即没有结余',
    },
    en: {
      title: 'All spent and money left',
      message: 'The rate of execution is 100 % in paragraph {paragraph}, yet {found} is left here.',
      fix: 'Check spending, balance and rate.',
      basis: 'Rule F11: at 100 % nothing is left',
    },
  },
  find: ({ statements, funds: { rates } }, say) => {
    const full = rates.find(({ figure }) => figure.value === 100);
    if (!full) return [];
    return statements.flatMap((statement) =>
      statement.figures.flatMap((figure) => {
        const near = Math.abs(statement.paragraph - full.statement.paragraph) === 0;
        if (figure.kind !== 'money' || figure.value === 0 || !isLeft(figure)) return [];
        if (OTHER.test(statement.text.slice(0, figure.start))) return [];
        return [
          say(placeIn(statement, figure.start), {
            severity: near ? 'error' : 'warning',
            data: { paragraph: full.statement.paragraph },
            found: written(figure),
          }),
        ];
      }),
    );
  },
});
