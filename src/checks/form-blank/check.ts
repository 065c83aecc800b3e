import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';

/** No other check speaks then (`runChecks`). */
export const formBlank = defineCheck({
  id: 'form-blank',
  code: 'JX112',
  severity: 'info',
  kinds: EVERY_KIND,
  scope: 'block',
  about: ['form'],
  texts: {
    'zh-CN': {
      title: '表还没有填写',
      message: {
        plain: '这张表还没有填写，没有核查。',
      },
      why: '完成值、得分和执行数都是空的，没有可以核对的内容。',
      fix: '请填写实际完成值和得分后再核查；留作空表的，可以不管。',
      basis: '审核经验：空表逐格提示没有用处',
    },
    en: {
      title: 'Form not filled in',
      message: {
        plain: 'Nothing has been filled in, so nothing was checked.',
      },
      why: 'Actual values, scores and executed amounts are all blank.',
      fix: 'Fill in the actual values and scores first; an empty form may stay as it is.',
      basis: 'Reviewing practice: a finding a cell helps nobody with an empty form',
    },
  },
  find(say, { table, facts }) {
    const { actual, score } = table.columns;
    const head = score?.header ?? actual?.header;
    return facts.blank && head ? [say(head, {})] : [];
  },
});
