import { defineReportCheck, placeIn, type SayInReport } from '../../check';
import { written, type Figure } from '../../facts/figure';
import type { Stated } from '../../facts/stated';
import type { ReportFinding } from '../../report-finding';

const LEFT =
  /(?:结余|剩余|余额|未支出|未使用|未支付|未拨付|未执行|结转|尚余|尚有|还有)[^，。；\d]{0,10}$/;
const LEFT_BEHIND = /^[^，。；\d]{0,6}(?:未支付|未支出|未使用|未拨付|未执行|结转)/;
/** 尚有 alone says nothing of money left: 尚有 … 未支付 does. */
const BARE = /(?:尚有|还有)[^，。；\d]{0,10}$/;
const OTHER = /上年|年初|期初|以前|调减|收回|压减|其他|节约/;

const isLeft = ({ label, tail }: Figure): boolean =>
  LEFT_BEHIND.test(tail) || (LEFT.test(label) && !BARE.test(label));

const OWN =
  /资金|项目|预算|年末|年底|年终|结余|剩余|余额|结转|未支出|未使用|未支付|未拨付|未执行|尚[余有]|还有|本年|全年|当年|20\d\d年度?|[共为的达尚仍还有余]/g;
const SOURCE = /自有|自筹|其他资金|上级|中央|省级|市级|县级|本级|财政拨款|社会资[金本]|基金|往来/;
const wordsOf = (words: string): string => words.replace(OWN, '').replace(/[^\u4e00-\u9fff]/g, '');
const yearOf = (words: string): string | undefined => /20\d\d年/.exec(words)?.[0];

/** 财政拨款执行率100%，自有资金结余2万元: what is left is of another owner or year than what was spent. */
function isOfOther(left: Figure, rate: Figure): boolean {
  const [year, own] = [yearOf(left.lead), yearOf(rate.lead)];
  if (year !== undefined && own !== undefined && year !== own) return true;
  const source = SOURCE.exec(left.label)?.[0];
  if (source !== undefined && !rate.lead.includes(source)) return true;
  const name = wordsOf(left.label);
  return name.length > 1 && !rate.lead.includes(name);
}

/** 预算5000万元，支出4999.6万元，结余0.4万元: what is left fits what was spent, and the rate is rounded. */
const isBalanced = (figures: readonly Figure[], left: Figure): boolean =>
  figures.some(({ value, kind }) =>
    figures.some(
      (spent) =>
        kind === 'money' &&
        spent.kind === 'money' &&
        spent !== left &&
        Math.abs(value - spent.value - left.value) < 1 &&
        spent.value / value >= ROUNDED_TO_ALL,
    ),
  );
const ROUNDED_TO_ALL = 0.995;

const NOTHING = /(?:无|没有|不存在)(?:资金|任何)?(?:结余|剩余|结转)(?:资金)?(?=[，。；]|$)/;
/** What was not spent may have been taken back, or is still owed. */
const WENT_BACK = /收回|缴回|上缴|统筹|调剂|压减|调减|核减|质保|尾款|未支付|待付|清零/;
const NEARLY_ALL = 99.5;

/** 执行率98%，年末无结余: asked, in one sentence only. */
function nothingLeft({ statement, figure }: Stated, say: SayInReport): readonly ReportFinding[] {
  const at = statement.text.search(NOTHING);
  if (figure.value >= NEARLY_ALL || at < figure.end || WENT_BACK.test(statement.text)) return [];
  return [
    say(placeIn(statement, at), {
      severity: 'info',
      data: { paragraph: statement.paragraph, rate: written(figure) },
      found: '0',
    }),
  ];
}

export const contradictionBalance = defineReportCheck({
  id: 'contradiction-balance',
  severity: 'warning',
  byProject: true,
  texts: {
    'zh-CN': {
      title: '执行率与结余对不上',
      message: '第{paragraph}段写执行率{rate}，这里写结余{found}。',
      fix: '核对支出、结余和执行率。',
      basis: '规则 F11：执行率 100% 即没有结余',
    },
    en: {
      title: 'Rate of execution and balance disagree',
      message:
        'The rate of execution is {rate} in paragraph {paragraph}, and {found} is left here.',
      fix: 'Check spending, balance and rate.',
      basis: 'Rule F11: at 100 % nothing is left',
    },
  },
  find: ({ statements, funds: { rates } }, say) => {
    const full = rates.find(({ figure }) => figure.value === 100);
    if (!full) return rates.flatMap((rate) => nothingLeft(rate, say));
    return statements.flatMap((statement) =>
      statement.figures.flatMap((figure) => {
        if (figure.kind !== 'money' || figure.value === 0 || !isLeft(figure)) return [];
        if (OTHER.test(statement.text.slice(0, figure.start))) return [];
        if (isOfOther(figure, full.figure) || isBalanced(statement.figures, figure)) return [];
        return [
          say(placeIn(statement, figure.start), {
            data: { paragraph: full.statement.paragraph, rate: '100%' },
            found: written(figure),
          }),
        ];
      }),
    );
  },
});
