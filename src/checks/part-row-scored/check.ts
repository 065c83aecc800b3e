import type { Finding } from '../../model/finding';
import type { NumberCell } from '../../model/table';
import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { brief } from '../wording';

/** A part beside the total, and the one part that has the points instead of it. */
export const partRowScored = defineCheck({
  id: 'part-row-scored',
  code: 'JX307',
  severity: 'info',
  kinds: EVERY_KIND,
  scope: 'block',
  about: ['funds'],
  texts: {
    'zh-CN': {
      title: '其中项填了分值或得分',
      message: {
        plain: '“{name}”是其中项，却填了分值或得分 {found}。',
        instead: '分值和得分填在了其中项“{name}”，应移到“{total}”一行；合计按现在填的算。',
      },
      why: '只有年度资金总额一行计分，其中项再填会重复计分。',
      fix: '请删去其中项的分值和得分，或填“-”。',
      fixes: {
        instead: '请把分值和得分移到“{total}”一行。',
      },
      basis: '自评表资金栏：其中项的分值、得分填“-”或“/”（天长市2022年、青神县2023年）',
    },
    en: {
      title: 'A part of the funds carries points',
      message: {
        plain: '“{name}” is a part of the total but carries {found} points.',
        instead:
          'The points stand at the part “{name}”; they belong to “{total}”. Sums take them as they stand.',
      },
      why: 'Only the total row is scored; a part would count twice.',
      fix: 'Delete the weight and score of the part, or put “-”.',
      fixes: {
        instead: 'Move weight and score to “{total}”.',
      },
      basis: 'Funds block of the form: parts show “-” or “/” (Tianchang 2022, Qingshen 2023)',
    },
  },
  find(say, context) {
    const { scored, parts, total } = context.facts.funds;
    const found: Finding[] = [];
    if (scored && total && scored !== total && scored.weight) {
      const data = { name: brief(scored.label), total: brief(total.label) };
      const { cell, value } = scored.weight;
      found.push(say(cell, { variant: 'instead', data, found: value }));
    }
    const most = scored?.weight?.value ?? null;
    for (const part of parts) {
      if (part === scored) continue;
      const cell = points(part.weight, most) ?? points(part.score, most);
      if (!cell) continue;
      const data = { name: brief(part.label) };
      found.push(say(cell.cell, { data, found: cell.value }));
    }
    return found;
  },
});

/** More than the whole block counts for is an amount of a second half (按支出性质分), no points. */
function points(cell: NumberCell | null, most: number | null): NumberCell | null {
  const value = cell?.value ?? null;
  return value === null || (most !== null && value > most) ? null : cell;
}
