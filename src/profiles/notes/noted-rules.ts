import type { Profile } from '../../model/profile';
import type { Sourced } from '../../model/table';
import { message, type Message } from '../../texts/message';
import { bandsIn } from './noted-bands';
import { capsIn, fundsPointsIn, stepsIn, tiersIn } from './noted-funds';
import { gradesIn } from './noted-grades';
import { levelsIn } from './noted-levels';
import { overIn } from './noted-over';
import { notApplicableIn, optionalLevelsIn } from './noted-rest';
import { sentencesOf } from './plain-note';

/** A profile as the notes of a form change it, and what was said there. */
export interface Noted {
  readonly profile: Profile;
  readonly said: readonly Message[];
}

/** The value at a path of `Profile.sources` as a sentence has it. */
type Change = readonly [path: string, changed: Profile];

/** What a sentence states; `funds` are the points that the form prints at its funds, null for none. */
type Reader = (sentence: string, profile: Profile, funds: number | null) => readonly Change[];

/**
 * The rules that a form's own notes state (注：定性指标……三档; 等级; 预算执行率 and its tiers; 超额) stand before those
 * of the profile, for that form. A note that says the same as the profile changes nothing; of two
 * sentences on one matter the first is heard.
 */
export function withNotedRules(
  profile: Profile,
  notes: readonly Sourced<string>[],
  funds: number | null = null,
): Noted {
  const banded = bandsIn(profile, notes);
  const said: Message[] = [...banded.said];
  const heard = new Set<string>();
  let noted = banded.profile;
  for (const sentence of notes.flatMap(({ value }) => sentencesOf(value))) {
    const before = noted;
    for (const read of READERS) {
      for (const [path, changed] of read(sentence, noted, funds)) {
        if (heard.has(path)) continue;
        heard.add(path);
        if (JSON.stringify(changed) === JSON.stringify(noted)) continue;
        noted = sourced(changed, path, sentence);
      }
    }
    if (noted !== before) said.push(message('engine.remark.noted-rule', { words: cut(sentence) }));
  }
  return { profile: noted, said };
}

const LONGEST_QUOTE = 100;
const cut = (sentence: string): string =>
  sentence.length > LONGEST_QUOTE ? `${sentence.slice(0, LONGEST_QUOTE)}…` : sentence;

const sourced = (profile: Profile, path: string, sentence: string): Profile => ({
  ...profile,
  sources: { ...profile.sources, [path]: `表注：${cut(sentence)}` },
  marks: { ...profile.marks, [path]: 'practice' },
});

const READERS: readonly Reader[] = [
  grades,
  over,
  levels,
  optional,
  fundsPoints,
  fundsTiers,
  caps,
  notApplicable,
];

function grades(sentence: string, profile: Profile): readonly Change[] {
  const read = gradesIn(sentence);
  if (read === null) return [];
  // 优秀 is what 优 is called in full.
  const isSame =
    read.length === profile.grades.length &&
    read.every(({ from, word }, at) => {
      const known = profile.grades[at];
      return known?.from === from && word.startsWith(known.word);
    });
  return [['grades', isSame ? profile : { ...profile, grades: read }]];
}

function over(sentence: string, profile: Profile): readonly Change[] {
  const read = overIn(sentence);
  if (read === null) return [];
  const { overAchieved } = profile;
  const { from, points } = read;
  if (points !== null) {
    const deduct = { from, points };
    return [['overAchieved.deduct', { ...profile, overAchieved: { ...overAchieved, deduct } }]];
  }
  const info = Math.min(overAchieved.info, from);
  const changed = { ...profile, overAchieved: { ...overAchieved, info, warning: from } };
  return [['overAchieved.warning', changed]];
}

function optional(sentence: string, profile: Profile): readonly Change[] {
  const levels = optionalLevelsIn(sentence);
  const isNew = levels.some((level) => !profile.optionalLevels.includes(level));
  return isNew ? [['optionalLevels', { ...profile, optionalLevels: levels }]] : [];
}

function notApplicable(sentence: string, profile: Profile): readonly Change[] {
  const read = notApplicableIn(sentence);
  return read === null ? [] : [['notApplicable', { ...profile, notApplicable: read }]];
}

/** The points of the funds matter only where the form prints none. */
function withFundsPoints(profile: Profile, weight: number, funds: number | null): Profile {
  const { execution } = profile;
  return funds === null ? { ...profile, execution: { ...execution, weight } } : profile;
}

function levels(sentence: string, profile: Profile, funds: number | null): readonly Change[] {
  const read = profile.kind === 'target' ? levelsIn(sentence, profile.tableTotal) : null;
  if (read === null) return [];
  const before = profile.levelWeights;
  const isSame =
    before !== null &&
    Object.keys(before).length === Object.keys(read.weights).length &&
    Object.entries(read.weights).every(([level, points]) => before[level] === points);
  const split = isSame ? profile : { ...profile, levelWeights: read.weights };
  return [
    ['levelWeights', split],
    ['execution.weight', withFundsPoints(split, read.funds, funds)],
  ];
}

function fundsPoints(sentence: string, profile: Profile, funds: number | null): readonly Change[] {
  const read = fundsPointsIn(sentence);
  return read === null ? [] : [['execution.weight', withFundsPoints(profile, read, funds)]];
}

function fundsTiers(sentence: string, profile: Profile, funds: number | null): readonly Change[] {
  const { execution } = profile;
  const points = funds ?? execution.weight;
  const steps = stepsIn(sentence, points);
  if (steps !== null) {
    return [['execution.steps', { ...profile, execution: { ...execution, steps, tiers: null } }]];
  }
  const tiers = tiersIn(sentence, points);
  if (tiers === null) return [];
  return [['execution.tiers', { ...profile, execution: { ...execution, steps: null, tiers } }]];
}

function caps(sentence: string, profile: Profile): readonly Change[] {
  const totalCaps = capsIn(sentence, profile.tableTotal);
  if (totalCaps === null) return [];
  return [['execution.totalCaps', { ...profile, execution: { ...profile.execution, totalCaps } }]];
}
