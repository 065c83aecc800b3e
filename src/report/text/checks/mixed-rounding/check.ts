import { grouped } from '../../../../model/grouped';
import { defineReportCheck, placeIn } from '../../check';
import { judgedRatios, shareText } from '../../relations/judged-ratios';

export const mixedRounding = defineReportCheck({
  id: 'mixed-rounding',
  severity: 'info',
  texts: {
    'zh-CN': {
      title: '同一组百分比取舍方法不同',
      message: '同一组百分比有的四舍五入、有的直接截断：{found}，四舍五入应为{expected}。',
      fix: '统一按四舍五入保留小数。',
      basis: '江门市司法局 2023 年公开自评报告：897 件的五个占比，三个截断、两个四舍五入',
    },
    en: {
      title: 'Shares of one set rounded in two ways',
      message:
        'Of one set of percentages some are rounded, some cut off: {found}; rounded they are {expected}.',
      fix: 'Round them all.',
      basis:
        'A public report of 2023 (Jiangmen): of five shares of 897 three are cut off and two rounded',
    },
  },
  find: ({ statements }, say) => {
    const told = grouped(judgedRatios(statements), ({ statement }) => statement);
    return [...told].flatMap(([statement, judged]) => {
      const cut = judged.filter(({ fit }) => fit === 'cut');
      // A share that needs no rounding says nothing of how others were rounded.
      const rounded = judged.filter(
        ({ fit, part, whole, ratio }) =>
          fit === 'rounded' && Math.abs((part.value / whole.value) * 100 - ratio.rate.value) > 1e-9,
      );
      const [first] = cut;
      if (!first || rounded.length === 0) return [];
      const found = cut.map(({ ratio }) => `${ratio.rate.text}%`);
      const expected = cut.map(
        ({ part, whole, ratio }) => `${shareText(part.value, whole.value, ratio.rate.decimals)}%`,
      );
      const details = { found: found.join('、'), expected: expected.join('、') };
      return [say(placeIn(statement, first.part.start), { ...details, data: { found, expected } })];
    });
  },
});
