import { TARGET_ONLY } from '../check';
import { defineCheck } from '../define-check';
import { brief } from '../wording';
import { classOf, misplaced, misplacedLevel } from './classes';

/** A second level under the wrong first level is said once, at its first row. */
export const classMismatch = defineCheck({
  id: 'class-mismatch',
  code: 'JX414',
  severity: 'info',
  kinds: TARGET_ONLY,
  scope: 'row',
  about: ['name'],
  texts: {
    'zh-CN': {
      title: '指标归类不当',
      message: {
        'amount-rate': '“{name}”说的是数量或时效，放在了“{level}”下。',
        rate: '“{name}”是比率，放在了“{level}”下。',
        satisfaction: '“{name}”是满意度，放在了“{level}”下。',
        cost: '“{name}”是成本，放在了“{level}”下。',
        harm: '“{name}”是安全事故类指标，放在了“{level}”下。',
        money: '“{name}”是投入的资金，不是产出的数量，放在了“{level}”下，复核时不给分。',
        level: '“{name}”放在了“{level}”下，应属于另一个一级指标。',
      },
      why: '归类不当，各级分值就不能反映真实的产出和效益。',
      fix: '请移到合适的二级指标下，或换成能反映该类的指标。',
      fixes: {
        level: '请移到对应的一级指标下。',
        money: '请换成能数的产出，例如建成多少、发放多少人。',
      },
      basis:
        '通用表样的二级指标分类；审核经验。实例：青神县2023年、衡山县2020年、蔡甸区2021年、廊坊2019年公开自评表',
    },
    en: {
      title: 'Indicator in the wrong class',
      message: {
        'amount-rate': '“{name}” tells of quantity or time but stands under “{level}”.',
        rate: '“{name}” is a rate but stands under “{level}”.',
        satisfaction: '“{name}” is satisfaction but stands under “{level}”.',
        cost: '“{name}” is a cost but stands under “{level}”.',
        harm: '“{name}” counts accidents or harm but stands under “{level}”.',
        money:
          '“{name}” is money put in, no output, but stands under “{level}”; reviewers give it no points.',
        level: '“{name}” stands under “{level}” but belongs to another first level.',
      },
      why: 'In the wrong class the levels’ points do not show output and effect.',
      fix: 'Move it to the class it belongs to, or choose another indicator.',
      fixes: {
        level: 'Move it to the first level it belongs to.',
        money: 'Replace it by an output that can be counted.',
      },
      basis:
        'Second levels of the common form; reviewing practice. Seen in Qingshen 2023, Hengshan 2020, Caidian 2021, Langfang 2019',
    },
  },
  everyRow(say) {
    let level1: string | null = null;
    let level2: string | null = null;
    let current = classOf(null);
    return (indicator) => {
      const begins = indicator.level2 !== level2 || indicator.level1 !== level1;
      if (begins) {
        level1 = indicator.level1;
        level2 = indicator.level2;
        current = classOf(level2);
        if (misplacedLevel(level1, current)) {
          const data = { name: brief(level2 ?? ''), level: brief(level1 ?? '') };
          const variant = 'level';
          const cell = indicator.nameCell;
          return say(cell, { variant, data, found: level2 });
        }
      }
      if (current === null || indicator.parent !== null) return null;
      const variant = misplaced(indicator.name, current);
      if (variant === null) return null;
      const data = { name: brief(indicator.name), level: brief(level2 ?? '') };
      const severity = variant === 'money' ? 'warning' : 'info';
      return say(indicator.nameCell, { severity, variant, data, found: level2 });
    };
  },
});
