import { isBlank } from '../../model/blank';
import type { MetaField } from '../../model/table';
import { sharedPairs } from './agreement';
import { namesIn } from './derived';
import { usualIndicator } from './usual-indicators';

/**
 * What the lines above the table (在职人员数, 编制数, 资产总额) tell of a row, as a row would tell it: the
 * lines that the usual formula of its indicator is made of. `''` where one is missing or told twice.
 */
export function toldAbove(name: string, meta: readonly MetaField[]): string {
  const usual = usualIndicator(name);
  if (!usual || meta.length === 0) return '';
  const lines = meta.filter(({ value }) => !isBlank(value) && /\d/.test(value));
  const found = namesIn(usual.formula).map((asked) => {
    const ranked = lines
      .map((line) => ({ line, shared: sharedPairs(line.label, asked) }))
      .filter(({ shared }) => shared >= 2)
      .sort((a, b) => b.shared - a.shared);
    const [best, next] = ranked;
    return best && best.shared > (next?.shared ?? 0) ? best.line : null;
  });
  const known = found.filter((line) => line !== null);
  if (known.length < found.length || new Set(known).size < known.length) return '';
  return known.map(({ label, value }) => `${label}${value}`).join('，');
}
