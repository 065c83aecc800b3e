import type { Finding } from '../../model/finding';
import { cellName } from '../../model/grid';
import type { Indicator } from '../../model/table';
import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { brief, packed } from '../wording';

/** Names are compared first; the longer key is built only where one comes twice. */
export const duplicateIndicator = defineCheck({
  id: 'duplicate-indicator',
  code: 'JX110',
  severity: 'warning',
  kinds: EVERY_KIND,
  scope: 'row',
  about: ['name'],
  texts: {
    'zh-CN': {
      title: '指标重复',
      message: {
        plain: '“{name}”（年度指标值 {found}）与 {other} 的指标名称、年度指标值都相同。',
        rubric: '“{name}”与 {other} 的指标重复。',
      },
      why: '同一件事计了两次分。',
      fix: '请删去重复的一行，并把它的分值分给其他指标；确属两件事的，请改写名称加以区分。',
      basis: '一项内容只设一个指标，重复的合并（审核经验，没有统一的规定）',
    },
    en: {
      title: 'Indicator listed twice',
      message: {
        plain: '“{name}” (年度指标值 {found}) has the same name and target as {other}.',
        rubric: '“{name}” repeats the indicator at {other}.',
      },
      why: 'One result earns points twice.',
      fix: 'Delete one of the rows and give its points to other indicators, or name them apart.',
      basis: 'One thing, one indicator (reviewing practice; there is no common regulation)',
    },
  },
  find(say, context) {
    const { kind, indicators } = context.table;
    if (new Set(indicators.map(({ name }) => name)).size === indicators.length) return [];
    const names = new Map<string, Indicator>();
    const whole = new Map<string, Indicator>();
    const found: Finding[] = [];
    for (const indicator of indicators) {
      if (indicator.parent !== null || indicator.name === '') continue;
      if (kind === 'target' && indicator.target.kind === 'none') continue;
      const earlier = names.get(indicator.name);
      if (!earlier) {
        names.set(indicator.name, indicator);
        continue;
      }
      whole.set(keyOf(earlier), whole.get(keyOf(earlier)) ?? earlier);
      const key = keyOf(indicator);
      const twin = whole.get(key);
      if (!twin) whole.set(key, indicator);
      else {
        const data = { name: brief(indicator.name), other: cellName(twin.nameCell) };
        found.push(
          say(indicator.nameCell, {
            variant: kind === 'rubric' ? 'rubric' : 'plain',
            data,
            found: brief(indicator.target.text),
          }),
        );
      }
    }
    return found;
  },
});

/** In a rubric the same short name may stand under another level or 评分标准. */
function keyOf({ name, target, criteria, level1, level2 }: Indicator): string {
  const goal =
    target.value === null
      ? packed(target.text)
      : `${target.op ?? ''}${target.value}~${target.upper ?? ''}${target.unit ?? ''}`;
  const place = target.kind === 'none' ? `${level1 ?? ''}\n${level2 ?? ''}\n${criteria ?? ''}` : '';
  return `${name}\n${goal}\n${place}`;
}
