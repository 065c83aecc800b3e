import type { Finding, ProjectFinding, ProjectPlace } from '../model/finding';
import type { CellRef } from '../model/grid';
import type { ScoredProject } from '../model/score';
import { message, type CheckKey, type Data, type Datum } from '../texts/message';
import type { Check, CheckWords, PreparedContext, RowTest, Telling, Yielding } from './check';
import { distance } from './difference';

interface Figures {
  readonly severity?: Finding['severity'];
  readonly data?: Data;
  readonly expected?: string | number | null;
  readonly found?: string | number | null;
  /** All cells of the finding, where there are more than the one it stands at. */
  readonly cells?: readonly CellRef[];
  /** Points at stake; absent: the difference of two figures where the check is about a score. */
  readonly points?: number | null;
}

/** The variant may be left out where the check has a `plain` message. */
type Details<Variant extends string, Advice extends string> = Figures &
  ('plain' extends Variant ? { readonly variant?: Variant } : { readonly variant: Variant }) & {
    /** Which of the check's `fixes` helps; absent: the one of the variant, where there is one. */
    readonly advice?: Advice | undefined;
  };

/**
 * Makes a finding of the check at a cell. `{expected}` and `{found}` of its texts are those of the
 * details, every other place is in `data`.
 */
export type Say<Variant extends string = 'plain', Advice extends string = never> = (
  cell: CellRef,
  details: Details<Variant, Advice>,
) => Finding;

/** The same over several projects: the finding stands at the first place, and speaks of all. */
export type SayOver<Variant extends string = 'plain'> = (
  places: readonly [ProjectPlace, ...ProjectPlace[]],
  details: Details<Variant, never>,
) => ProjectFinding;

type Facts = Pick<Check, 'id' | 'code' | 'severity' | 'kinds' | 'scope' | 'about'>;

/** What a finding is made from. */
type Known = Pick<Check, 'id' | 'code' | 'severity' | 'about' | 'texts'>;

/** All there is to know of a check, in its file `<id>/check.ts`; its examples are in `<id>/page.md`. */
interface Definition<Variant extends string, Advice extends string> extends Facts {
  readonly silences?: Check['silences'];
  readonly ownsCell?: boolean;
  readonly yields?: Readonly<Partial<Record<NoInfer<Variant>, Yielding>>>;
  readonly toldWith?: Telling<NoInfer<Variant>>;
  readonly texts: {
    readonly 'zh-CN': CheckWords<Variant, Advice>;
    readonly en: CheckWords<NoInfer<Variant>, NoInfer<Advice>>;
  };
  readonly find?: (
    say: Say<NoInfer<Variant>, NoInfer<Advice>>,
    context: PreparedContext,
  ) => readonly Finding[];
  readonly everyRow?: (
    say: Say<NoInfer<Variant>, NoInfer<Advice>>,
    context: PreparedContext,
  ) => RowTest;
  readonly soundRow?: (
    say: Say<NoInfer<Variant>, NoInfer<Advice>>,
    context: PreparedContext,
  ) => RowTest;
  readonly overProjects?: (
    say: SayOver<NoInfer<Variant>>,
    projects: readonly ScoredProject[],
  ) => readonly ProjectFinding[];
}

/**
 * One check. Its variants are the messages of its Chinese texts: English must have the same ones,
 * and a finding can name no other. `find`, `everyRow`, `soundRow` and `overProjects` are told what
 * `Check` says of them, and make their findings with `say`.
 */
export function defineCheck<const Variant extends string, const Advice extends string = never>(
  definition: Definition<Variant, Advice>,
): Check {
  const {
    find,
    everyRow,
    soundRow,
    overProjects,
    silences = [],
    ownsCell = false,
    yields = {},
    toldWith = {},
    ...facts
  } = definition;
  const sayIn = ({ table }: PreparedContext): Say<Variant, Advice> =>
    saying(definition, table.sheet);
  return {
    ...facts,
    silences,
    ownsCell,
    yields,
    toldWith,
    ...(find && { find: (context) => find(sayIn(context), context) }),
    ...(everyRow && { everyRow: (context) => everyRow(sayIn(context), context) }),
    ...(soundRow && { soundRow: (context) => soundRow(sayIn(context), context) }),
    ...(overProjects && {
      overProjects: (projects) => overProjects(sayingOver(definition), projects),
    }),
  };
}

/** The catalogue key of what a check says; the text of a check without variants has no further name. */
export const messageKey = (id: string, variant: string): CheckKey =>
  variant === 'plain' ? `check.${id}.message` : `check.${id}.message.${variant}`;

/** The same of what it advises. */
export const fixKey = (id: string, advice: string | null): CheckKey =>
  advice === null ? `check.${id}.fix` : `check.${id}.fix.${advice}`;

function sayingOver<Variant extends string>(facts: Known): SayOver<Variant> {
  return (places, details) => {
    const [{ path, sheet, cell }] = places;
    const cells = places
      .filter((place) => place.path === path && place.sheet === sheet)
      .map((place) => place.cell);
    return { ...saying<Variant, never>(facts, sheet)(cell, { cells, ...details }), path, places };
  };
}

function saying<Variant extends string, Advice extends string>(
  { id, code, severity: usual, about, texts }: Known,
  sheet: string,
): Say<Variant, Advice> {
  const { fixes = {} } = texts['zh-CN'];
  return (
    cell,
    details: Figures & { readonly variant?: string; readonly advice?: string | undefined },
  ) => {
    const { variant = 'plain', severity = usual, expected = null, found = null } = details;
    const advice = details.advice ?? variant;
    const data: Record<string, Datum> = {};
    if (expected !== null) data.expected = expected;
    if (found !== null) data.found = found;
    Object.assign(data, details.data);
    const isScore = about.includes('score') || about.includes('judged-score');
    const { points = isScore ? between(expected, found) : null } = details;
    const cells = details.cells && details.cells.length > 0 ? details.cells : [cell];
    return {
      check: id,
      code,
      severity,
      sheet,
      cell: cells[0] ?? cell,
      cells,
      variant,
      message: message(messageKey(id, variant), data),
      fix: message(fixKey(id, advice in fixes ? advice : null), data),
      expected,
      found,
      points,
    };
  };
}

/** How far two figures are apart; null where one of them is none. */
function between(expected: Figures['expected'], found: Figures['found']): number | null {
  return typeof expected === 'number' && typeof found === 'number'
    ? distance(expected, found)
    : null;
}
