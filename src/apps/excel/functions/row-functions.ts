import { isBlank } from '../../../model/blank';
import { message, type Data, type Message } from '../../../texts/message';
import type { Profile } from '../../../model/profile';
import type { RowScore } from '../../../model/score';
import type { CellValue } from '../../../model/snapshot';
import type { Indicator, NumberCell } from '../../../model/table';
import { defaultProfile, PROFILES } from '../../../profiles/load-profile';
import { joinQuantity, readDirection, readSign } from '../../../quantity/join-quantity';
import { readNumberCell } from '../../../quantity/read-number';
import { readQuantity } from '../../../quantity/read-quantity';
import { gradeOf } from '../../../scoring/grade';
import { scoreRow } from '../../../scoring/score-row';

/** A function's result, or why there is none. */
export type Answer<T> = { readonly value: T } | { readonly refused: Message };

/** What a sheet hands to a custom function; a left-out argument comes as null or undefined. */
export type Argument = CellValue | undefined;

type Refusal = 'judge' | 'missing' | 'direction' | 'profile' | 'score';

const refuse = (key: Refusal, data: Data = {}): Answer<never> => ({
  refused: message(`pane.function.${key}`, data),
});

const NOWHERE = { row: 0, column: 0 };

const asText = (value: Argument): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

const TARGET_PROFILES = PROFILES.filter(({ kind }) => kind === 'target');

function profileNamed(id: Argument): Profile | null {
  if (isBlank(id)) return defaultProfile('target');
  return TARGET_PROFILES.find((profile) => profile.id === asText(id)) ?? null;
}

interface Direction {
  readonly words: Indicator['direction'];
  readonly sign: string | null;
}

/** 正向, 反向, or a sign; null for anything else. */
function readDirectionArgument(given: Argument): Direction | null {
  if (isBlank(given)) return { words: null, sign: null };
  const text = asText(given);
  const words = readDirection(text);
  if (words) return { words, sign: null };
  return readSign(text) ? { words: null, sign: text } : null;
}

const weightCell = (value: number): NumberCell => ({
  cell: NOWHERE,
  raw: value,
  value,
  asText: false,
  formula: null,
});

/** A row that stands alone: it has no name and no level that could say which way it counts. */
function lonelyRow(
  target: CellValue,
  actual: CellValue,
  weight: number,
  direction: Direction,
): Indicator {
  return {
    row: 0,
    group: null,
    level1: null,
    level2: null,
    name: '',
    nameCell: NOWHERE,
    level1Cell: null,
    level2Cell: null,
    target: joinQuantity(direction.sign, readQuantity(target, null, { role: 'target' }), null),
    targetCell: NOWHERE,
    signCell: null,
    direction: direction.words,
    actual: readQuantity(actual, null),
    actualCell: NOWHERE,
    weight: weightCell(weight),
    score: null,
    reviewScore: null,
    reason: null,
    reasonCell: null,
    criteria: null,
    evidence: null,
    parent: null,
    errors: [],
  };
}

function scored(
  target: Argument,
  actual: Argument,
  weight: number,
  direction: Argument,
  profileId: Argument,
): Answer<RowScore> {
  if (isBlank(target) || isBlank(actual)) return refuse('missing');
  const way = readDirectionArgument(direction);
  if (!way) return refuse('direction');
  const profile = profileNamed(profileId);
  if (!profile) return refuse('profile', { id: asText(profileId) });
  const row = lonelyRow(target ?? null, actual ?? null, weight, way);
  return { value: scoreRow(row, { kind: 'target', profile, hasWeights: true }) };
}

/**
 * 完成率 of one row as a fraction, four decimals, not capped for positive targets, as the engine
 * computes it. Refused where only a person can judge.
 */
export function achievement(
  target: Argument,
  actual: Argument,
  direction?: Argument,
): Answer<number> {
  const row = scored(target, actual, 1, direction, null);
  if ('refused' in row) return row;
  return row.value.achievement === null ? refuse('judge') : { value: row.value.achievement };
}

/**
 * 得分 of one row in points, two decimals, as the engine computes it. The weight must be above 0.
 * Refused where only a person can judge.
 */
export function score(
  target: Argument,
  actual: Argument,
  weight: Argument,
  direction?: Argument,
  profileId?: Argument,
): Answer<number> {
  const points = readNumberCell(weight ?? null).value;
  if (points === null || points <= 0) return refuse('missing');
  const row = scored(target, actual, points, direction, profileId);
  if ('refused' in row) return row;
  return row.value.score === null ? refuse('judge') : { value: row.value.score };
}

/** 等级 of a total on a scale of 100: 优 from 90, 良 from 80, 中 from 60, else 差. */
export function grade(total: Argument): Answer<string> {
  const points = readNumberCell(total ?? null).value;
  const profile = profileNamed(null);
  const word = points === null || points < 0 || !profile ? null : gradeOf(points, profile);
  return word === null ? refuse('score') : { value: word };
}
