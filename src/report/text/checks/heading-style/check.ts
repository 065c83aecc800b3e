import { defineReportCheck } from '../../check';
import { writtenNumber } from '../../facts/heading-number';
import { mixedStyles } from '../../facts/numbering';

export const headingStyle = defineReportCheck({
  id: 'heading-style',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '同级标题两种编号',
      message: '同一级标题用了两种编号：前面是“{first}”，这里是“{second}”。',
      fix: '同一级标题用同一种编号：一级“一、”，二级“（一）”，三级“1.”，四级“（1）”。',
      basis: '党政机关公文格式（GB/T 9704）：层次依次用“一、”“（一）”“1.”“（1）”',
    },
    en: {
      title: 'One level numbered in two ways',
      message: 'Headings of one level are numbered in two ways: “{first}” before, “{second}” here.',
      fix: 'Use one form a level: 一、 then （一） then 1. then （1）.',
      basis: 'GB/T 9704: levels are 一、 （一） 1. （1）',
    },
  },
  find: ({ report: { headings } }, say) => {
    const top = mixedStyles(headings);
    const first = headings.find(({ style }) => style === 3);
    if (!top || !first || first.number === null) return [];
    const data = { first: first.mark, second: top.mark };
    const details = { data, found: first.mark, expected: writtenNumber(1, first.number) };
    return [say({ paragraph: top.paragraph, text: top.mark + top.title }, details)];
  },
});
