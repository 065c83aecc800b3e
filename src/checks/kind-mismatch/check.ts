import type { Quantity } from '../../model/quantity';
import { commensurable } from '../../quantity/compare-quantity';
import { normaliseText } from '../../quantity/normalise';
import { comparedWithNone } from '../../scoring/compared-words';
import { isComparedByFigure } from '../../scoring/said-figure';
import { tellsOfNothingBad } from '../../scoring/negation';
import { TARGET_ONLY } from '../check';
import { defineCheck } from '../define-check';
import { brief } from '../wording';

const DIGIT = /[\d０-９]/;

/** A wording that carries a figure (完成抽检148批次) is not a mere wording; dates have their own check. */
export const kindMismatch = defineCheck({
  id: 'kind-mismatch',
  code: 'JX409',
  severity: 'warning',
  kinds: TARGET_ONLY,
  scope: 'row',
  about: ['value'],
  silences: [
    'unit-mismatch',
    'unmet-full-score',
    'score-not-computed',
    'met-not-full',
    'over-achieved',
    'qualitative-band',
  ],
  yields: { figured: { onRow: ['template-text'] } },
  texts: {
    'zh-CN': {
      title: '完成值与目标值不是一类',
      message: {
        worded: '“{name}”的年度指标值是数“{expected}”，实际完成值却写“{found}”。',
        figured: '“{name}”的年度指标值是文字“{expected}”，实际完成值却填了数“{found}”。',
      },
      why: '数与文字无法比较，得分没有依据。',
      fix: '目标是数的，完成值也填数；目标是文字的，完成值用同样的说法写明达成程度。',
      fixes: {
        worded: '请把完成值写成数。',
        figured: '请用目标的说法写明达到的程度。',
      },
      basis: '一体化系统：定量指标完成值须为数；大英县2023年、蔡甸区2021年公开自评表为实例',
    },
    en: {
      title: 'Target and actual are of different kinds',
      message: {
        worded:
          'The target of “{name}” is a figure, “{expected}”; the actual value is worded, “{found}”.',
        figured:
          'The target of “{name}” is worded, “{expected}”; the actual value is a figure, “{found}”.',
      },
      why: 'A figure and a wording cannot be compared.',
      fix: 'Answer a figure with a figure, and a wording with how far it was reached.',
      fixes: {
        worded: 'Give the actual value as a figure.',
        figured: 'Say in the words of the target how far it was reached.',
      },
      basis:
        'The integrated system wants figures for numeric indicators; seen in Daying 2023 and Caidian 2021',
    },
  },
  soundRow(say) {
    return (indicator) => {
      const { target, actual, actualCell, name } = indicator;
      if (actualCell === null || target.kind === actual.kind) return null;
      const worded = isFigure(target) && isWording(actual);
      const figured = isWording(target) && isFigure(actual);
      if (!worded && !figured) return null;
      if (figured && (isComparedByFigure(indicator) || comparedWithNone(indicator) !== null))
        return null;
      if (
        figured
          ? isAll(target, actual) || asksByAnother(target)
          : isAll(actual, target) || isAllOf(target, actual)
      )
        return null;
      // 无 beside a target of 0 is the figure 0, and so is 0 beside 零事故.
      if (!('problem' in commensurable(target, actual))) return null;
      // 1260人 beside 应发尽发 may be all of them.
      const isAsked = worded
        ? saysItWasMet(name, target, actual.text)
        : ALL.test(target.text) && actual.kind === 'number';
      return say(actualCell, {
        variant: worded ? 'worded' : 'figured',
        ...(isAsked && { severity: 'info' as const }),
        data: { name: brief(name) },
        expected: brief(target.text),
        found: brief(actual.text),
      });
    };
  },
});

/** 全覆盖 and 100% say the same in words and in a figure, whichever of them is the target. */
const isAll = (worded: Quantity, figure: Quantity): boolean =>
  figure.value === 100 && figure.unit === '%' && ALL.test(worded.text);
/** 全部, 应保尽保. */
const ALL = /全覆盖|全部|全面|全员|全体|应(.)尽\1/;
/** 控制在预算内, 不低于上年: what is asked is a figure, only told elsewhere. */
const asksByAnother = ({ text }: Quantity): boolean =>
  /[超高低少多大小]于?|控制|以?[内上下]$|持平|[≤≥<>]/.test(text) &&
  /预算|概算|批复|上一?年|去年|同期|平均|基期|计划|定额|限额|标准/.test(text);

/** 21个乡镇 and 全覆盖: all of them. */
const isAllOf = (target: Quantity, actual: Quantity): boolean =>
  target.kind === 'number' && ALL.test(actual.text);

/** 准确 beside 准确率, 非常满意 beside 满意度, 无隐患 beside 整改率: the rate is told, only without its figure. */
function saysItWasMet(name: string, { unit, text: asked }: Quantity, said: string): boolean {
  const text = normaliseText(said);
  const each = EACH.exec(normaliseText(asked))?.[0];
  if (each !== undefined && text.startsWith(each)) return true;
  if (unit !== '%') return false;
  const of = RATED.exec(normaliseText(name))?.[1];
  return tellsOfNothingBad(text) || (of !== undefined && new RegExp(`${DEGREES}${of}`).test(text));
}
/** 每餐1次 and 每餐留样: done each time, only not counted. */
const EACH = /^每\p{sc=Han}{1,2}/u;
const RATED = /(\p{sc=Han}{2})(?:[率度]|性|程度)(?![^\s(,、。:;])/u;
/** What may stand before the word; a denial may not. */
const DEGREES =
  '^(?:均|都|全部|全面|完全|非常|十分|很|较|比较|基本)?(?:已|已经)?(?:一次性?)?(?:验收|检验|检测|抽检)?';

function isFigure({ kind }: Quantity): boolean {
  return kind === 'number' || kind === 'percent' || kind === 'range';
}

function isWording({ kind, text }: Quantity): boolean {
  return kind === 'qualitative' && !DIGIT.test(text);
}
