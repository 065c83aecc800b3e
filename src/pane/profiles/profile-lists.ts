import type { Profile } from '../../model/profile';
import { multiply } from '../../quantity/exact';
import { listed, type Language } from '../../texts/catalogue';

/** A value of several parts as one text that a person reads and types: `优 90, 良 80, 差 0`. */
interface ListText {
  /** Its parts as they are shown; what is not there has none. */
  readonly show: (profile: Profile) => readonly string[];
  /** What a text stands for; what cannot be read stays a text, which no profile takes. */
  readonly read: (text: string) => unknown;
  /** One part a line. */
  readonly lines?: true;
}

const percent = (fraction: number): string => `${String(multiply(fraction, 100))}%`;

const partsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .split(/[\u3001,;\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Each part by a pattern; the text itself where one does not fit. */
function readAll<T>(
  text: string,
  pattern: RegExp,
  made: (groups: readonly (string | undefined)[]) => T,
): readonly T[] | string {
  const matches = partsOf(text).map((part) => pattern.exec(part));
  const found = matches.flatMap((match) => (match ? [made(match.slice(1))] : []));
  return found.length === matches.length ? found : text;
}

const fraction = (text: string | undefined): number => multiply(Number(text), 0.01);
const FIGURE = '(\\d+(?:\\.\\d+)?)';
const NAMED = new RegExp(`^(\\D+?)\\s*[:=]?\\s*${FIGURE}分?$`);
const RATE_AND_POINTS = new RegExp(`^${FIGURE}\\s*%\\s*[:=]?\\s*${FIGURE}分?$`);
const RATE_AND_SHARE = new RegExp(`^${FIGURE}\\s*%(?:\\s*[:=]?\\s*${FIGURE}\\s*%)?$`);

/** One of something, or none where nothing is typed. */
function single<T>(read: readonly T[] | string, text: string): T | string | null {
  if (typeof read === 'string') return read;
  return read.length > 1 ? text : (read[0] ?? null);
}

const orNone = <T>(read: readonly T[] | string): readonly T[] | string | null =>
  read.length === 0 ? null : read;

const LISTS: Readonly<Record<string, ListText>> = {
  levelWeights: {
    show: ({ levelWeights }) =>
      Object.entries(levelWeights ?? {}).map(([level, points]) => `${level} ${String(points)}`),
    read: (text) => {
      const read = readAll(text, NAMED, ([level = '', points]) => [level, Number(points)] as const);
      if (typeof read === 'string') return read;
      const weights = Object.fromEntries(read);
      // A level twice.
      if (Object.keys(weights).length < read.length) return text;
      return read.length === 0 ? null : weights;
    },
  },
  optionalLevels: {
    show: ({ optionalLevels }) => optionalLevels,
    read: partsOf,
  },
  grades: {
    show: ({ grades }) => grades.map(({ word, from }) => `${word} ${String(from)}`),
    read: (text) => readAll(text, NAMED, ([word = '', from]) => ({ from: Number(from), word })),
  },
  'overAchieved.deduct': {
    show: ({ overAchieved: { deduct } }) =>
      deduct === null ? [] : [`${percent(deduct.from)} ${String(deduct.points)}`],
    read: (text) => {
      const read = readAll(text, RATE_AND_POINTS, ([from, points]) => ({
        from: fraction(from),
        points: Number(points),
      }));
      return single(read, text);
    },
  },
  'execution.steps': {
    show: ({ execution: { steps } }) =>
      steps === null ? [] : [`${percent(steps.fullFrom)} ${String(steps.lossPerPoint)}`],
    read: (text) => {
      const read = readAll(text, RATE_AND_POINTS, ([from, points]) => ({
        fullFrom: fraction(from),
        lossPerPoint: Number(points),
      }));
      return single(read, text);
    },
  },
  'execution.tiers': {
    show: ({ execution: { tiers } }) =>
      (tiers ?? []).map(({ from, share }) =>
        share === null ? percent(from) : `${percent(from)} ${percent(share)}`,
      ),
    read: (text) =>
      orNone(
        readAll(text, RATE_AND_SHARE, ([from, share]) => ({
          from: fraction(from),
          share: share === undefined ? null : fraction(share),
        })),
      ),
  },
  'execution.totalCaps': {
    show: ({ execution: { totalCaps } }) =>
      (totalCaps ?? []).map(({ below, most }) => `${percent(below)} ${String(most)}`),
    read: (text) =>
      orNone(
        readAll(text, RATE_AND_POINTS, ([below, most]) => ({
          below: fraction(below),
          most: Number(most),
        })),
      ),
  },
  'qualitative.bands': {
    lines: true,
    show: ({ qualitative: { bands } }) =>
      bands.map(({ from, words }) => `${percent(from)}: ${words.join(' ')}`),
    read: readBands,
  },
};

const BAND = new RegExp(`^${FIGURE}\\s*%?\\s*[:]\\s*(.*)$`);

/** One band a line from the highest down; each ends where the one above begins, and only the highest has its end. */
function readBands(text: string): unknown {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const bands: unknown[] = [];
  let to = 1;
  for (const line of lines) {
    const [, from, words = ''] = BAND.exec(line.normalize('NFKC')) ?? [];
    if (from === undefined) return text;
    bands.push({
      from: fraction(from),
      to,
      includesUpper: bands.length === 0,
      words: words.split(/[\s\u3001,]+/).filter((word) => word !== ''),
    });
    to = fraction(from);
  }
  return bands;
}

/** A value of several parts as a text; null where it is none of those. */
export function listText(profile: Profile, path: string, language: Language): string | null {
  const list = LISTS[path];
  if (!list) return null;
  const parts = list.show(profile);
  return list.lines ? parts.join('\n') : listed(parts, language);
}

/** What a typed text stands for. */
export const readList = (path: string, text: string): unknown => LISTS[path]?.read(text) ?? null;

export const isInLines = (path: string): boolean => LISTS[path]?.lines === true;
