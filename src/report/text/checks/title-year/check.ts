import { defineReportCheck } from '../../check';
import { namedYears } from '../../facts/years';

export const titleYear = defineReportCheck({
  id: 'title-year',
  severity: 'error',
  texts: {
    'zh-CN': {
      title: '标题、封面、正文的年度不一致',
      message: '第{paragraph}段写的是{expected}年度，这里是{found}年度。',
      fix: '核对评价年度，改成一致。',
      basis: '规则 F08：标题、评价年度与正文一致',
    },
    en: {
      title: 'Title, cover and text name different years',
      message: 'Paragraph {paragraph} says {expected}, this says {found}.',
      fix: 'Check the year evaluated and make them agree.',
      basis: 'Rule F08: title, field and text agree on the year',
    },
  },
  find: ({ report }, say) => {
    const [first, ...others] = namedYears(report);
    const other = others.find(({ year }) => first && year !== first.year);
    if (!first || !other) return [];
    const { paragraph, text, at } = other;
    return [
      say(
        { paragraph, text, at },
        {
          data: { paragraph: first.paragraph },
          expected: first.year,
          found: other.year,
        },
      ),
    ];
  },
});
