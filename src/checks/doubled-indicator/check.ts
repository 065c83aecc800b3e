import { cellName } from '../../model/grid';
import type { Indicator } from '../../model/table';
import { TARGET_ONLY } from '../check';
import { defineCheck } from '../define-check';
import { brief, packed } from '../wording';

/** `duplicate-indicator` speaks of the same name with the same target. */
export const doubledIndicator = defineCheck({
  id: 'doubled-indicator',
  code: 'JX421',
  severity: 'warning',
  kinds: TARGET_ONLY,
  scope: 'row',
  about: ['name'],
  texts: {
    'zh-CN': {
      title: '同一指标列在两个一级指标下',
      message: {
        plain: '“{name}”在 {other} 也有，目标值或完成值却不同（“{expected}”与“{found}”）。',
      },
      why: '同一件事在产出和效益里各算一次，数还不一致。',
      fix: '请只留一处，另一处换成能反映效益的指标；确是两件事的，改写名称加以区分。',
      basis: '产出与效益不重复设置；成都郫都区复核：10 个项目中有 9 个被指出',
    },
    en: {
      title: 'One indicator under two first levels',
      message: {
        plain: '“{name}” also stands at {other}, with other figures (“{expected}” and “{found}”).',
      },
      why: 'One thing counts as output and as effect, with different figures.',
      fix: 'Keep one of them and choose an effect for the other, or name them apart.',
      basis: 'Outputs and benefits are not set twice; review in Pidu, Chengdu: 9 of 10 projects',
    },
  },
  find(say, { table }) {
    const first = new Map<string, Indicator>();
    return table.indicators.flatMap((indicator) => {
      const { name, level1, nameCell, parent } = indicator;
      const key = packed(name);
      if (parent !== null || key === '' || level1 === null) return [];
      const other = first.get(key);
      if (!other) {
        first.set(key, indicator);
        return [];
      }
      const differs = figures(other) !== figures(indicator);
      if (other.level1 === level1 || !differs || sameTarget(other, indicator)) return [];
      return [
        say(nameCell, {
          data: { name: brief(name), other: cellName(other.nameCell) },
          expected: brief(figures(other)),
          found: brief(figures(indicator)),
        }),
      ];
    });
  },
});

const figures = ({ target, actual }: Indicator): string =>
  `${packed(target.text)}→${packed(actual.text)}`;

const sameTarget = (a: Indicator, b: Indicator): boolean =>
  a.target.kind !== 'none' && packed(a.target.text) === packed(b.target.text);
