import type { Profile, SourceMark } from '../model/profile';

/** What a place has otherwise than its base. */
export type Differences = Partial<Omit<Profile, 'id' | 'title' | 'kind' | 'sources' | 'marks'>>;

/** Path of a changed value → the kind of its source, and the source. */
export type OwnSources = Readonly<Record<string, readonly [SourceMark, string]>>;

/** A profile that differs from its base in some values, each with its own source. */
export function deriveProfile(
  base: Profile,
  { id, title }: Pick<Profile, 'id' | 'title'>,
  differences: Differences,
  own: OwnSources,
): Profile {
  const entries = Object.entries(own);
  return {
    ...base,
    ...differences,
    id,
    title,
    sources: {
      ...base.sources,
      ...Object.fromEntries(entries.map(([path, [, text]]) => [path, text])),
    },
    marks: { ...base.marks, ...Object.fromEntries(entries.map(([path, [mark]]) => [path, mark])) },
  };
}

/** The three bands of wording with another lower end of the middle one. */
export function middleBandFrom(base: Profile, from: number): Profile['qualitative'] {
  const [top, middle, bottom, ...more] = [...base.qualitative.bands].sort(
    (a, b) => b.from - a.from,
  );
  if (!top || !middle || !bottom || more.length > 0) return base.qualitative;
  return { bands: [top, { ...middle, from }, { ...bottom, to: from }] };
}
