import type { Finding } from '../../model/finding';
import { cellName } from '../../model/grid';
import type { Indicator } from '../../model/table';
import type { Check } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf } from '../finding-of';
import { brief, packed } from '../wording';

/** Names are compared first; the longer key is built only where one comes twice. */
export const duplicateIndicator: Check = {
  id: 'duplicate-indicator',
  code: 'JX110',
  severity: 'warning',
  basis: 'check.duplicate-indicator.basis',
  kinds: EVERY_KIND,
  scope: 'row',
  find(context) {
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
          findingOf(duplicateIndicator, context, indicator.nameCell, {
            ...(kind === 'rubric' ? { variant: 'rubric' } : {}),
            data,
            found: brief(indicator.target.text),
          }),
        );
      }
    }
    return found;
  },
};

/** In a rubric the same short name may stand under another level or 评分标准. */
function keyOf({ name, target, criteria, level1, level2 }: Indicator): string {
  const goal =
    target.value === null
      ? packed(target.text)
      : `${target.op ?? ''}${target.value}~${target.upper ?? ''}${target.unit ?? ''}`;
  const place = target.kind === 'none' ? `${level1 ?? ''}\n${level2 ?? ''}\n${criteria ?? ''}` : '';
  return `${name}\n${goal}\n${place}`;
}
