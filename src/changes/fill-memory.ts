import { cellLabel } from '../model/address';
import type { FindingSeverity } from '../model/finding';
import type { Ledger, LostMark } from '../model/ledger';
import type { Snapshot } from '../model/snapshot';
import { readMarkMemory, type FileMark, type FileSheet, type MarkMemory } from './mark-memory';

/** A cell's fill as Excel tells it; pattern `None` is no fill. */
export interface Fill {
  readonly color: string;
  readonly pattern: string;
  readonly patternColor: string;
}

export const NO_FILL: Fill = { color: '', pattern: 'None', patternColor: '' };

/** The fills of flags; the dark text of a cell stays readable on each (contrast above 7:1 for black). */
export const TONE_FILLS: Readonly<Record<FindingSeverity, string>> = {
  error: '#FFC7CE',
  warning: '#FFEB9C',
  info: '#DDEBF7',
};

const TONES: ReadonlySet<string> = new Set(Object.values(TONE_FILLS));

/** Whether the fill that stands in a cell is one of ours. */
export const isToneFill = (fill: Fill): boolean =>
  fill.pattern === 'Solid' && TONES.has(fill.color.toUpperCase());

export const sameFill = (first: Fill, second: Fill): boolean =>
  first.pattern === second.pattern &&
  (first.pattern === 'None' || first.color.toUpperCase() === second.color.toUpperCase());

/** Excel's names of patterns → those of a file (ECMA-376 part 1, §18.18.55). */
const PATTERN_WORDS = {
  None: 'none',
  Solid: 'solid',
  Gray50: 'mediumGray',
  Gray75: 'darkGray',
  Gray25: 'lightGray',
  Horizontal: 'darkHorizontal',
  Vertical: 'darkVertical',
  Down: 'darkDown',
  Up: 'darkUp',
  Checker: 'darkGrid',
  SemiGray75: 'darkTrellis',
  LightHorizontal: 'lightHorizontal',
  LightVertical: 'lightVertical',
  LightDown: 'lightDown',
  LightUp: 'lightUp',
  Grid: 'lightGrid',
  CrissCross: 'lightTrellis',
  Gray16: 'gray125',
  Gray8: 'gray0625',
} as const;
const PATTERNS: ReadonlyMap<string, string> = new Map(Object.entries(PATTERN_WORDS));
const PATTERN_NAMES: ReadonlyMap<string, string> = new Map(
  [...PATTERNS].map(([excel, file]) => [file, excel]),
);

/** Whether the pattern has a name in Excel. */
export const isPattern = (name: string): name is keyof typeof PATTERN_WORDS => PATTERNS.has(name);

/** A gradient cannot be put back through the API, so a cell with one is not coloured. */
export const canRestore = (fill: Fill): boolean => isPattern(fill.pattern);

/** `#rrggbb` as a file writes it. */
export const argbOf = (color: string): string => `FF${color.replace('#', '').toUpperCase()}`;

/** The element of a pattern by a file's name for it, in colours `#rrggbb`; what shows behind a solid one is nobody's. */
export function patternMarkup(pattern: string, fore: string, back: string): string {
  const behind = pattern === 'solid' ? 'indexed="64"' : `rgb="${argbOf(back)}"`;
  return `<fill><patternFill patternType="${pattern}"><fgColor rgb="${argbOf(fore)}"/><bgColor ${behind}/></patternFill></fill>`;
}

/** The fill as the element a file has for it: the ledger is read by every host. */
export function fillMarkup(fill: Fill): string {
  const pattern = PATTERNS.get(fill.pattern) ?? 'none';
  if (pattern === 'none') return '<fill><patternFill patternType="none"/></fill>';
  const fore = pattern === 'solid' ? fill.color : fill.patternColor;
  return patternMarkup(pattern, fore, fill.color);
}

const colorIn = (markup: string, element: string): string | null => {
  const found = new RegExp(`<(?:\\w+:)?${element} [^>]*rgb="[0-9A-Fa-f]{2}([0-9A-Fa-f]{6})"`).exec(
    markup,
  );
  return found?.[1] === undefined ? null : `#${found[1].toUpperCase()}`;
};

/** Reads such an element; null for a theme colour or gradient, which only a file can put back. */
export function fillOfMarkup(markup: string): Fill | null {
  if (/<(?:\w+:)?gradientFill\b/.test(markup)) return null;
  const type = /patternType="(\w+)"/.exec(markup)?.[1] ?? 'none';
  const pattern = PATTERN_NAMES.get(type);
  if (pattern === undefined) return null;
  if (pattern === 'None') return NO_FILL;
  const fore = colorIn(markup, 'fgColor');
  if (fore === null) return null;
  if (pattern === 'Solid') return { color: fore, pattern, patternColor: '' };
  return { color: colorIn(markup, 'bgColor') ?? '#FFFFFF', pattern, patternColor: fore };
}

/** A flagged cell with what it looked like before; the cell is the one people see. */
export interface Mark {
  readonly sheet: string;
  readonly cell: string;
  readonly tone: FindingSeverity;
  readonly note: string | null;
  /** A note or thread of the user's stands there, so ours was left out. */
  readonly kept: boolean;
  /** Whether the note stands where this was not the host's to decide (below 1.18); null: as said. */
  readonly noted: boolean | null;
  /** The fill's element; null where the cell was left uncoloured. */
  readonly fill: string | null;
  /** Cells under the same merge that a file host coloured as well, with the fills they had. */
  readonly others: readonly MarkedCell[];
}

/**
 * Fills a file host remembered, by how they are written → as RGB, where that is how Excel has to put
 * them back: it takes no colours of the theme.
 */
export type PlainFills = ReadonlyMap<string, string>;

export function readPlainFills(ledger: Ledger | null): PlainFills {
  const state = readMarkMemory(ledger?.host.file);
  return new Map(
    (state?.plainFills ?? []).flatMap(([index, plain]) => {
      const fill = state?.fills[index];
      return fill === undefined ? [] : [[fill, plain] as const];
    }),
  );
}

export interface MarkedCell {
  readonly cell: string;
  readonly fill: string;
}

/** What is remembered of flags, whichever host set them. */
export function readMarks(ledger: Ledger | null): readonly Mark[] {
  if (!ledger) return [];
  const state = readMarkMemory(ledger.host.file);
  const none = fillMarkup(NO_FILL);
  if (!state) {
    return ledger.flags.map((flag) => ({
      ...flag,
      kept: flag.note === null,
      noted: null,
      fill: none,
      others: [],
    }));
  }
  return state.marks.map(({ sheet, cell, tone, note, kept, noted = null, fills }) => {
    const all = fills.map(([name, index]) => ({ cell: name, fill: state.fills[index] ?? none }));
    const own = all.find((one) => one.cell === cell);
    const others = all.filter((one) => one.cell !== cell);
    return { sheet, cell, tone, note, kept, noted, fill: own?.fill ?? null, others };
  });
}

/** A mark as it is remembered while nobody knows where it stands. */
export function lostMark({ sheet, cell, tone, note, kept, noted, fill, others }: Mark): LostMark {
  if (note === null || kept || noted !== null) return { sheet, cell };
  const own = fill === null ? [] : [{ cell, fill }];
  const fills = [...own, ...others].map((one) => [one.cell, one.fill] as const);
  return { sheet, cell, was: { tone, note, fills } };
}

/** Marks of earlier runs on the sheets that are there. */
export function standingMarks({ ledger, sheets }: Snapshot): readonly Mark[] {
  const names = new Set(sheets.map(({ name }) => name));
  return readMarks(ledger).filter(({ sheet }) => names.has(sheet));
}

/** Our sheets by their names alone, where nobody knows of their parts. */
export const namedSheets = ({ sheets }: Ledger): readonly FileSheet[] =>
  sheets.map(({ role, name }) => ({
    ...{ role, asked: name, name },
    ...{ part: '', sheetId: 0, place: 0, titleRows: 0 },
  }));

/** Marks as they go into the ledger: each fill once. */
export function storedMarks(marks: readonly Mark[]): Pick<MarkMemory, 'marks' | 'fills'> {
  const fills = new Map<string, number>();
  const stored = marks.map((mark): FileMark => {
    const { sheet, cell, tone, note, kept, noted, fill, others } = mark;
    const own = fill === null ? [] : [{ cell, fill }];
    const places = [...own, ...others].map((one): readonly [string, number] => {
      const index = fills.get(one.fill) ?? fills.size;
      fills.set(one.fill, index);
      return [one.cell, index];
    });
    return { sheet, cell, tone, note, kept, ...(noted === null ? {} : { noted }), fills: places };
  });
  return { marks: stored, fills: [...fills.keys()] };
}

/** Whether the ledger's own list of flags says all of it: each flag a cell as seen, none coloured before. */
function isPlain(marks: readonly Mark[], { flags }: Ledger): boolean {
  const listed = new Map(flags.map((flag) => [cellLabel(flag.sheet, flag.cell), flag]));
  const none = fillMarkup(NO_FILL);
  return (
    marks.length === flags.length &&
    marks.every(({ sheet, cell, tone, note, kept, noted, fill, others }) => {
      const flag = listed.get(cellLabel(sheet, cell));
      const isSaid = flag?.tone === tone && flag.note === (kept ? null : note);
      return isSaid && noted === null && fill === none && others.length === 0;
    })
  );
}

/**
 * The memory in the shape the file host reads, so that a file can be cleared after Excel saved it;
 * null where the ledger's own list of flags says it all.
 */
function storeMarks(
  marks: readonly Mark[],
  plain: PlainFills,
  ledger: Ledger,
): Readonly<Record<string, unknown>> | null {
  if (isPlain(marks, ledger)) return null;
  const stored = storedMarks(marks);
  const plainFills = stored.fills.flatMap((fill, index): readonly [number, string][] => {
    const known = plain.get(fill);
    return known === undefined ? [] : [[index, known]];
  });
  return {
    version: 1,
    undo: [],
    created: [],
    ...stored,
    ...(plainFills.length === 0 ? {} : { plainFills }),
    sheets: namedSheets(ledger),
  };
}

/** A ledger with what is remembered of its marks. */
export function withMarks(ledger: Ledger, marks: readonly Mark[], plain: PlainFills): Ledger {
  const file = storeMarks(marks, plain, ledger);
  const others = Object.entries(ledger.host).filter(([name]) => name !== 'file');
  return { ...ledger, host: { ...Object.fromEntries(others), ...(file ? { file } : {}) } };
}
