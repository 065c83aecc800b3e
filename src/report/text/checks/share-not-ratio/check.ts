import { defineReportCheck, placeIn } from '../../check';
import { written } from '../../facts/figure';
import { isSlip, rounded, type Suspect } from '../../facts/slip';
import type { Weighed } from '../../facts/weigh';
import { isOfOther } from '../../relations/rate-subject';
import { judgedRatios, shareText } from '../../relations/judged-ratios';
import type { JudgedRatio } from '../../relations/rate-excuses';

/** 100% of 300份 of which 296 fit: asked, not more, where the words bind neither. */
const NEARLY = 5;
const FUNDS = /预算|资金|应|总/;

/** What part, whole and rate would each have to be for the other two to be right, to the last digit. */
const suspectsIn = ({
  ratio: { rate },
  part,
  whole,
  expected,
}: JudgedRatio): readonly Suspect[] => [
  { text: rate.text, meant: expected },
  ...[
    { figure: part, meant: rounded(part, (whole.value * rate.value) / 100) },
    { figure: whole, meant: rounded(whole, (part.value / rate.value) * 100) },
  ].flatMap(({ figure, meant }) => {
    const value = Number(meant.meant) * figure.factor;
    const gives = figure === part ? [value, whole.value] : [part.value, value];
    const [one = 0, all = 0] = gives;
    return all > 0 && Number(shareText(one, all, rate.decimals)) === rate.value ? [meant] : [];
  }),
];

/** How sure it is that the figures are the rate's own; null where it may well be of others. */
function weighedIn(judged: JudgedRatio): Weighed | null {
  const { statement, ratio, expected, close, part, whole } = judged;
  const { rate, bound, isShare } = ratio;
  const off = Math.abs(Number(expected) - rate.value);
  const suspects = suspectsIn(judged);
  const asked: Weighed = { explicit: false, suspects: [] };
  if (bound === 'named' && !isShare && isOfOther(statement, ratio))
    return judged.mistyped ? { explicit: false, suspects } : null;
  if (bound === 'beside') {
    // Ten times as much, 500吨 beside 5000吨, is more often something else.
    const alike = suspects.filter(({ text, meant }) => text.length === meant.length);
    if (isSlip(alike)) return { explicit: false, suspects: alike };
    return off <= NEARLY && rate.value === 100 && part.value < whole.value ? asked : null;
  }
  if (close) {
    const isHair = off < Math.min(1, 10 ** -rate.decimals) && part.value < whole.value;
    // …，合格率99.1%。工程合格率100%: of figures of another sentence it is read less surely.
    return isHair ? asked : { explicit: statement.figures.includes(part), suspects };
  }
  if (judged.mistyped) return { explicit: false, suspects };
  if (part.value > whole.value) return null;
  const isOfBefore = rate.value === 100 && statement.before?.figures.includes(whole) === true;
  const explicit = isOfBefore && FUNDS.test(whole.label);
  return explicit || off <= NEARLY ? { explicit, suspects: [] } : null;
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
      const isAsked = judged.fit !== null || judged.isCut;
      const weighed = isAsked ? { explicit: false, suspects: [] } : weighedIn(judged);
      if (weighed === null) return [];
      const { statement, part, whole, ratio } = judged;
      return [
        say(placeIn(statement, part.start), {
          weighed,
          data: { part: written(part), whole: written(whole) },
          expected: `${shareText(part.value, whole.value, Math.max(ratio.rate.decimals, 1))}%`,
          found: `${ratio.rate.text}%`,
        }),
      ];
    }),
});
