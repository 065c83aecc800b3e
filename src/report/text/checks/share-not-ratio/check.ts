import { defineReportCheck, placeIn } from '../../check';
import { written, type Figure } from '../../facts/figure';
import { isMistyped } from '../../facts/slip';
import type { FindingSeverity } from '../../../../model/finding';
import { isOfOther } from '../../relations/rate-subject';
import { judgedRatios, shareText, type JudgedRatio } from '../../relations/judged-ratios';

/** 100% of 300份 of which 296 fit: asked, not more, where the words bind neither. */
const NEARLY = 5;
const FAR = 10;
const FUNDS = /预算|资金|应|总/;

/** 正常运行125台 of 140台, 完好率96.43%: with one key changed the part gives the rate to its last digit. */
const isPartOff = (part: Figure, whole: Figure, { value, decimals }: Figure): boolean => {
  const meant = String(Math.round((whole.value * value) / 100 / part.factor));
  return (
    decimals > 1 &&
    part.decimals === 0 &&
    isMistyped(part.text, meant) &&
    Number(shareText(Number(meant) * part.factor, whole.value, decimals)) === value
  );
};

/** How sure it is that the figures are the rate's own; null where it may well be of others. */
function certainty({
  statement,
  ratio,
  expected,
  mistyped,
  close,
  part,
  whole,
}: JudgedRatio): FindingSeverity | null {
  const off = Math.abs(Number(expected) - ratio.rate.value);
  if (ratio.bound === 'named' && !ratio.isShare && isOfOther(statement, ratio)) {
    return mistyped ? 'warning' : null;
  }
  if (ratio.bound === 'beside') {
    if (mistyped || isPartOff(part, whole, ratio.rate)) return 'warning';
    return off <= NEARLY && ratio.rate.value === 100 && part.value < whole.value ? 'info' : null;
  }
  if (close) {
    if (off < Math.min(1, 10 ** -ratio.rate.decimals) && part.value < whole.value) return 'info';
    // Far off the words may bind it to other figures after all.
    return mistyped || off <= FAR || ratio.rate.value === 100 ? 'error' : 'warning';
  }
  if (mistyped) return 'warning';
  if (part.value > whole.value) return null;
  const whole100 =
    ratio.rate.value === 100 && statement.before?.figures.some((figure) => figure === whole);
  return whole100 && FUNDS.test(whole.label) ? 'warning' : off <= 5 ? 'info' : null;
}

/** 100% of 600公里 where 597 are done: rounded it is right, and not all of them. */
const isAlmostAll = ({ ratio: { rate, bound }, part, whole }: JudgedRatio): boolean =>
  rate.value === 100 &&
  rate.decimals === 0 &&
  bound === 'named' &&
  part.kind === 'count' &&
  part.value < whole.value;

/** 99% of 2596万元 of which 2595.62万元 were spent: cut off it is right, and not what people expect. */
const isCutToWhole = ({ ratio: { rate, bound }, fit, expected }: JudgedRatio): boolean =>
  fit === 'cut' && bound === 'named' && rate.decimals === 0 && Number(expected) > rate.value;

export const shareNotRatio = defineReportCheck({
  id: 'share-not-ratio',
  severity: 'error',
  texts: {
    'zh-CN': {
      title: '比率与自身的数算不上',
      message: '写的是{found}，但{part}÷{whole}={expected}。',
      fix: '核对分子、分母和百分比，改正不对的一个，或写明按什么计算。',
      basis: '报告内部勾稽：百分比等于分子除以分母，四舍五入或截断都算对',
    },
    en: {
      title: 'A rate that its own figures do not give',
      message: 'It says {found}, but {part} ÷ {whole} = {expected}.',
      fix: 'Check both figures and the percentage, or say what it is a share of.',
      basis: 'Arithmetic within a report: a percentage is part ÷ whole, rounded or cut off',
    },
  },
  find: ({ statements }, say) =>
    judgedRatios(statements).flatMap((judged) => {
      const fits = judged.fit !== null && !isAlmostAll(judged) && !isCutToWhole(judged);
      if (fits || Number(judged.expected) === 0) return [];
      const severity = judged.fit === null && !judged.isCut ? certainty(judged) : 'info';
      if (severity === null) return [];
      const { statement, part, whole, ratio } = judged;
      return [
        say(placeIn(statement, part.start), {
          severity,
          data: { part: written(part), whole: written(whole) },
          expected: `${shareText(part.value, whole.value, Math.max(ratio.rate.decimals, 1))}%`,
          found: `${ratio.rate.text}%`,
        }),
      ];
    }),
});
