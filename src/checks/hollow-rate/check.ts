import type { Quantity } from '../../model/quantity';
import { TARGET_ONLY } from '../check';
import { defineCheck } from '../define-check';
import { brief, packed } from '../wording';

export const hollowRate = defineCheck({
  id: 'hollow-rate',
  code: 'JX424',
  severity: 'info',
  kinds: TARGET_ONLY,
  scope: 'row',
  about: ['name'],
  texts: {
    'zh-CN': {
      title: '比率没有可数的内容',
      message: {
        plain: '“{name}”的目标是 {found}，但名称里没有可以数的东西。',
      },
      why: '不知道分子分母是什么，这个比率量不出来。',
      fix: '请换成能数的指标，例如“受益群众满意度”“问题整改率”，或用文字写明达到的程度。',
      basis: '指标要能考核；成都郫都区复核：10 个项目中有 9 个被指不具考核性',
    },
    en: {
      title: 'A rate of nothing countable',
      message: {
        plain: 'The target of “{name}” is {found}, but its name holds nothing to count.',
      },
      why: 'Without numerator and denominator the rate cannot be measured.',
      fix: 'Choose something that can be counted, or word the degree to be reached.',
      basis:
        'An indicator must be measurable; review in Pidu, Chengdu: 9 of 10 projects were told it was not',
    },
  },
  soundRow(say) {
    return ({ name, nameCell, target, actual, parent }) => {
      if (parent !== null || target.unit !== '%' || target.kind === 'date') return null;
      if (isSurveyed(target) || isSurveyed(actual)) return null;
      const plain = packed(name).replace(/[（(][^（）()]*[)）]$/, '');
      if (!HOLLOW.test(plain) || COUNTED.test(plain)) return null;
      return say(nameCell, { data: { name: brief(name) }, found: brief(target.text) });
    };
  },
});

/** 居民健康素养水平 ≥28%, 31.6%: what was made up for a form is near the whole, and round. */
const isSurveyed = ({ value }: Quantity): boolean =>
  value !== null && (!Number.isInteger(value) || (value > 0 && value < HALF));
const HALF = 50;

/** An effect by its word: 社会效益明显, 服务能力有效提升. */
const HOLLOW =
  /(?:明显|显著|成效|有效|良好|提升|提高|增强|改善|优化|加强|促进|推动|带动|保障|影响|效益|作用|水平|能力|意识|氛围|环境|发展|稳定|效果)$/;
/** Something to count: a share, a rise of a figure, people asked. */
const COUNTED =
  /[率度比数量额]|化水平|占|满意|覆盖|收入|产值|成本|人[数次]|增[长幅]|降[低幅]|下降|减少/;
