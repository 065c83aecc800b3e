import { isFields } from '../model/decode';
import type { Profile, SourceMark } from '../model/profile';

export interface ChangedValue {
  /** `execution.denominator`: as in `Profile.sources`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
  /** Where the second one has it from. */
  readonly source: string;
  readonly mark: SourceMark;
}

/** The value at a dotted path of a profile; undefined where there is none. */
export const valueAt = (profile: Profile, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (isFields(value) ? value[key] : undefined), profile);

/** The values of a profile that are not as in another, in the order of its sources. */
export const changedValues = (before: Profile, after: Profile): readonly ChangedValue[] =>
  Object.entries(after.sources).flatMap(([path, source]) => {
    const [old, now] = [valueAt(before, path), valueAt(after, path)];
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    return [{ path, before: old, after: now, source, mark: after.marks[path] ?? 'house' }];
  });
