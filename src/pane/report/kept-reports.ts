import { fits, isFields, parseJson, record, text, type Rule, type Shape } from '../../model/decode';

/** What a person wrote in a report, as their computer keeps it between two days. */
export interface KeptDraft {
  /** Name of the workbook. */
  readonly document: string;
  readonly sheet: string;
  readonly structure: string;
  /** Empty where the table names none. */
  readonly project: string;
  /** Markdown with the mark of what the form gave. */
  readonly text: string;
}

/** A finding in a report that a person lets be. */
export interface KeptWaiver {
  /** Name of the report's file. */
  readonly report: string;
  readonly check: string;
  readonly excerpt: string;
  readonly reason: string;
}

export interface KeptReports {
  /** The last written first. */
  readonly drafts: readonly KeptDraft[];
  readonly waivers: readonly KeptWaiver[];
}

const DRAFT = record<KeptDraft>({
  document: text(),
  sheet: text(),
  structure: text(),
  project: text(),
  text: text(),
});
const WAIVER = record<KeptWaiver>({
  report: text(),
  check: text(),
  excerpt: text(),
  reason: text(),
});

function storedIn(stored: string | null): Readonly<Record<string, unknown>> {
  const kept = parseJson(stored ?? 'null');
  return isFields(kept) ? kept : {};
}

const entriesOf = (list: unknown): readonly unknown[] => (Array.isArray(list) ? list : []);

const fittingOf = <Entry>(shape: Shape<Entry>, list: unknown): readonly Entry[] =>
  entriesOf(list).filter((entry): entry is Entry => fits(shape, entry));

/** Each entry by itself: one that cannot be read is as if it were not kept. */
export function readKeptReports(stored: string | null): KeptReports {
  const { drafts, waivers } = storedIn(stored);
  return { drafts: fittingOf(DRAFT, drafts), waivers: fittingOf(WAIVER, waivers) };
}

/** To be stored in place of `stored`: what of that could not be read stays, another version may know it. */
export function keptJson(stored: string | null, { drafts, waivers }: KeptReports): string {
  const before = storedIn(stored);
  const unread = (shape: Rule, list: unknown): readonly unknown[] =>
    entriesOf(list).filter((entry) => !fits(shape, entry));
  return JSON.stringify({
    ...before,
    drafts: [...drafts, ...unread(DRAFT, before['drafts'])],
    waivers: [...waivers, ...unread(WAIVER, before['waivers'])],
  });
}

export type DraftOf = Omit<KeptDraft, 'text'>;

const isSame = (one: DraftOf, other: DraftOf): boolean =>
  one.document === other.document &&
  one.sheet === other.sheet &&
  one.structure === other.structure &&
  one.project === other.project;

/** The draft of this table in this workbook. */
export const draftOf = ({ drafts }: KeptReports, of: DraftOf): KeptDraft | null =>
  drafts.find((one) => isSame(one, of)) ?? null;

/**
 * A draft that may be meant though workbook, project or structure has another name now: of the same
 * project, else of the same table.
 */
export const draftLike = ({ drafts }: KeptReports, of: DraftOf): KeptDraft | null =>
  drafts.find((one) => one.project !== '' && one.project === of.project) ??
  drafts.find((one) => one.document === of.document && one.sheet === of.sheet) ??
  null;

/** A browser keeps five million signs for all that is ours. */
const MOST_DRAFTS = 60;
const MOST_WAIVERS = 1000;

/** With this draft in place of the one of the same table; a null text takes it away. */
export function withDraft(kept: KeptReports, of: DraftOf, written: string | null): KeptReports {
  const others = kept.drafts.filter((one) => !isSame(one, of));
  const drafts = written === null ? others : [{ ...of, text: written }, ...others];
  return { ...kept, drafts: drafts.slice(0, MOST_DRAFTS) };
}

/** With this finding let be; a null reason takes that back. */
export function withWaiver(
  kept: KeptReports,
  of: Omit<KeptWaiver, 'reason'>,
  reason: string | null,
): KeptReports {
  const others = kept.waivers.filter(
    ({ report, check, excerpt }) =>
      report !== of.report || check !== of.check || excerpt !== of.excerpt,
  );
  const waivers = reason === null ? others : [{ ...of, reason }, ...others];
  return { ...kept, waivers: waivers.slice(0, MOST_WAIVERS) };
}
