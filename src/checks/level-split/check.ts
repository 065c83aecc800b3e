import { subtract, sum } from '../../quantity/exact';
import type { Group } from '../../model/table';
import type { PreparedContext } from '../check';
import { TARGET_ONLY } from '../check';
import { defineCheck } from '../define-check';
import { samePoints } from '../difference';

/** One finding for the split, at the first level that differs. */
export const levelSplit = defineCheck({
  id: 'level-split',
  code: 'JX206',
  severity: 'info',
  kinds: TARGET_ONLY,
  scope: 'table',
  about: ['weight'],
  // Levels of a sum that is wrong are split as the mistake has it.
  yields: { plain: { inTable: ['weight-total'] } },
  texts: {
    'zh-CN': {
      title: '一级指标分值与通常口径不同',
      message: {
        plain: '一级指标分值为 {split}，通常是 {usual}。',
      },
      why: '一级指标的分值一般有统一口径，调整应有依据。',
      fix: '请确认当地是否允许这样设置；没有特别规定的，按 {usual} 设置。',
      basis: '天长市2022年、中江县2022年自评表表注：产出50、效益30、满意度10；特殊情况可以调整',
    },
    en: {
      title: 'Unusual split between the first levels',
      message: {
        plain: 'The first levels carry {split}; usual is {usual}.',
      },
      why: 'The split is common to all forms of a place; a change needs a reason.',
      fix: 'Check whether your place allows this split; otherwise use {usual}.',
      basis:
        'Notes of Tianchang 2022 and Zhongjiang 2022: 50 / 30 / 10, to be changed in special cases',
    },
  },
  find(say, context) {
    const { table, profile, facts } = context;
    const usual = profile.levelWeights;
    if (usual === null || !facts.whole || !isSplitAsUsual(context)) return [];
    const levels = table.groups.filter((group) => group.level === 1);
    const named = new Map<string, { readonly group: Group; weight: number }>();
    for (const group of levels) {
      const name = Object.keys(usual).find((key) => group.label.includes(key));
      const weight = weightOf(group, context);
      // 成本 or a place's own level: the usual split says nothing of such a table.
      if (name === undefined || weight === null) return [];
      const entry = named.get(name);
      if (entry) entry.weight = sum([entry.weight, weight]);
      else named.set(name, { group, weight });
    }
    if (profile.optionalLevels.some((level) => !named.has(level))) return [];
    const entries = [...named];
    const different = entries.find(
      ([name, { weight }]) => !samePoints(weight, usual[name] ?? 0, profile),
    );
    if (!different) return [];
    const [name, { group, weight }] = different;
    return [
      say(group.cell, {
        data: {
          level: name,
          split: entries.map(([key, level]) => `${key} ${level.weight}`),
          usual: Object.entries(usual).map(([key, value]) => `${key} ${value}`),
        },
        expected: usual[name] ?? null,
        found: weight,
      }),
    ];
  },
});

/** Where the funds carry other points than usual, or none, the levels have another sum to split. */
function isSplitAsUsual({ budget, profile, facts }: PreparedContext): boolean {
  const { levelWeights, tableTotal } = profile;
  const usual = subtract(tableTotal, sum(Object.values(levelWeights ?? {})));
  const given = facts.funds.scored ? (budget?.weight ?? 0) : 0;
  return samePoints(given, usual, profile);
}

function weightOf(group: Group, { facts }: PreparedContext): number | null {
  if (group.weight !== null) return group.weight.value;
  const weights: number[] = [];
  for (const index of group.indicators) {
    const weight = facts.rows[index]?.weight ?? null;
    if (weight !== null) weights.push(weight);
  }
  return weights.length === 0 ? null : sum(weights);
}
