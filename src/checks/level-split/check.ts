import { sum } from '../../quantity/exact';
import type { Group } from '../../model/table';
import type { Check, PreparedContext } from '../check';
import { TARGET_ONLY } from '../check';
import { samePoints } from '../difference';
import { findingOf } from '../finding-of';

/** One finding for the split, at the first level that differs. */
export const levelSplit: Check = {
  id: 'level-split',
  code: 'JX206',
  severity: 'info',
  basis: 'check.level-split.basis',
  kinds: TARGET_ONLY,
  scope: 'table',
  find(context) {
    const { table, profile, facts } = context;
    const usual = profile.levelWeights;
    if (usual === null || !facts.whole) return [];
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
    const entries = [...named];
    const different = entries.find(
      ([name, { weight }]) => !samePoints(weight, usual[name] ?? 0, profile),
    );
    if (!different) return [];
    const [name, { group, weight }] = different;
    return [
      findingOf(levelSplit, context, group.cell, {
        data: {
          level: name,
          split: entries.map(([key, level]) => `${key} ${level.weight}`).join('、'),
          usual: Object.entries(usual)
            .map(([key, value]) => `${key} ${value}`)
            .join('、'),
        },
        expected: usual[name] ?? null,
        found: weight,
      }),
    ];
  },
};

function weightOf(group: Group, { facts }: PreparedContext): number | null {
  if (group.weight !== null) return group.weight.value;
  const weights: number[] = [];
  for (const index of group.indicators) {
    const weight = facts.rows[index]?.weight ?? null;
    if (weight !== null) weights.push(weight);
  }
  return weights.length === 0 ? null : sum(weights);
}
