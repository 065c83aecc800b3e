import { isFigureInWords } from '../../scoring/said-figure';
import { ratio } from '../../quantity/exact';
import { percent } from '../../scoring/figures';
import { classOf } from '../class-mismatch/classes';
import { isStar } from '../template-text/prompts';
import { TARGET_ONLY } from '../check';
import { defineCheck } from '../define-check';

/** Fewer rows have no share. */
const FEWEST = 4;
/** House rule: half of the targets in words is much. */
const MUCH = 0.5;

export const wordedTargets = defineCheck({
  id: 'worded-targets',
  code: 'JX425',
  severity: 'info',
  kinds: TARGET_ONLY,
  scope: 'block',
  about: ['value'],
  texts: {
    'zh-CN': {
      title: '目标多用文字表述',
      message: {
        plain: '{total} 个指标中有 {count} 个（{share}）的年度指标值是文字，没有数。',
        quantity: '{total} 个指标中有 {count} 个的年度指标值是文字，其中 {quantity} 个是数量指标。',
      },
      why: '文字目标没有衡量标准，得多少分说不清；数量指标更应有数。',
      fix: '请把能量化的目标写成数；确实不能量化的，写明达到什么程度。',
      basis: '财预〔2015〕88号要求绩效指标细化、量化；成都郫都区复核：78 行中有 11 行没有做到',
    },
    en: {
      title: 'Many targets in words',
      message: {
        plain: '{count} of {total} indicators ({share}) have a worded target without a figure.',
        quantity:
          '{count} of {total} indicators have a worded target, {quantity} of them under 数量指标.',
      },
      why: 'A worded target has no measure; a quantity above all should have a figure.',
      fix: 'Put figures where there can be any; otherwise say what degree is to be reached.',
      basis: '财预〔2015〕88号 asks for figures; review in Pidu, Chengdu: 11 of 78 rows had none',
    },
  },
  find(say, { table }) {
    const head = table.columns.target?.header;
    const rows = table.indicators.filter(
      ({ parent, target }) => parent === null && target.kind !== 'none' && !isStar(target.text),
    );
    const worded = rows.filter((row) => row.target.kind === 'qualitative' && !isFigureInWords(row));
    const quantity = worded.filter(({ level2 }) => classOf(level2) === 'quantity').length;
    const share = ratio(worded.length, rows.length, 4) ?? 0;
    const many = rows.length >= FEWEST && share > MUCH;
    if (!head || (quantity === 0 && !many)) return [];
    return [
      say(head, {
        variant: quantity > 0 ? 'quantity' : 'plain',
        data: { total: rows.length, count: worded.length, quantity, share: percent(share) },
        found: worded.length,
      }),
    ];
  },
});
