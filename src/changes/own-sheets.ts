import type { SheetRole } from '../model/ledger';
import { isCellError, type CellValue, type SheetSnapshot } from '../model/snapshot';
import { OWN_FORMS, type OwnForms } from './own-forms';
import type { Certainty } from './own-notes';

export interface OwnSheet {
  readonly role: SheetRole;
  readonly certainty: Certainty;
}

type Line = readonly string[];

const textOf = (value: CellValue): string =>
  value === null ? '' : isCellError(value) ? value.error : String(value);

/** What stands in each row, blanks at the end left off; some programs store no results of formulas. */
function linesOf({ values, formulas }: SheetSnapshot): readonly Line[] {
  return values.map((line, row) => {
    const texts = line.map((value, column) => (formulas[row]?.[column] ? '=' : textOf(value)));
    return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
  });
}

const startsWith = (line: Line | undefined, heads: readonly string[]): boolean =>
  heads.every((head, column) => head.split('|').includes(line?.[column] ?? ''));

const filled = (line: Line): number => line.filter((text) => text !== '').length;

/** 核查清单: a title, how many there are, heads, and numbered lines; nothing besides. */
function isFindings(lines: readonly Line[], { findings, severities }: OwnForms): Certainty | null {
  const [title, counts, heads, ...rest] = lines;
  if (title?.[0] !== findings.title) return null;
  if (counts?.[0] === findings.none && filled(counts) === 1) {
    return [heads ?? [], ...rest].every((line) => line.length === 0) ? 'sure' : 'likely';
  }
  const known = findings.heads.find((release) => startsWith(heads, release));
  if (!findings.counts.test(counts?.[0] ?? '') || !known) return null;
  const ends = rest.findIndex((line) => line.length === 0);
  const body = ends < 0 ? rest : rest.slice(0, ends);
  const isOwn = (line: Line, index: number): boolean =>
    line[0] === String(index + 1) &&
    severities[line[1] ?? ''] !== undefined &&
    /^JX\d{3}$/.test(line[2] ?? '') &&
    line.length <= known.length;
  const nothingBesides =
    rest.slice(body.length).every((line) => line.length === 0) &&
    filled(title) === 1 &&
    counts !== undefined &&
    filled(counts) === 1 &&
    heads?.length === known.length;
  return body.every(isOwn) && nothingBesides ? 'sure' : 'likely';
}

/** 汇总表: a title, by what it was reckoned, and a block for each table; no line of anybody else's. */
function isSummary(lines: readonly Line[], { summary }: OwnForms): Certainty | null {
  const [title, note, ...rest] = lines;
  if (title?.[0] !== summary.title || !summary.note.test(note?.[0] ?? '')) return null;
  if (!rest.some((line) => startsWith(line, summary.heads))) return null;
  let inFunds = false;
  const isOwn = rest.every((line, index) => {
    if (line.length === 0) inFunds = false;
    else if (line[0]?.startsWith(summary.funds) && line.length > 1) inFunds = true;
    if (filled(line) !== 1 || inFunds) return line.length <= 11;
    const text = line[0] ?? '';
    const isHeading = rest[index + 1]?.[0]?.startsWith(summary.table) === true;
    return isHeading || summary.differences.test(text) || text.startsWith(summary.table);
  });
  return isOwn && filled(title) === 1 && note?.length === 1 ? 'sure' : 'likely';
}

/** An outline is there to be written in, so nobody can tell whose its lines are by now. */
function isOutline(lines: readonly Line[], { outline }: OwnForms): Certainty | null {
  const first = lines[0]?.[0] ?? '';
  const isNumbered = lines.some((line) => /^一、/.test(line[0] ?? ''));
  return outline.test(first) && isNumbered && lines.every((line) => line.length <= 1)
    ? 'likely'
    : null;
}

const ESCAPED = /[.*+?^${}()|[\]\\]/g;

/** Whether a sheet has a name we give: ours, or ours with a number where it was taken. */
const isNamed = (name: string, own: string): boolean =>
  new RegExp(`^${own.replace(ESCAPED, '\\$&')}(\\(\\d+\\))?$`, 'i').test(name);

/**
 * Whether a sheet is one of ours by its name and by how it is built; only likely where it goes by
 * another name, or holds anything besides. Null: a person's, whatever its name.
 */
export function ownSheet(sheet: SheetSnapshot): OwnSheet | null {
  const first = textOf(sheet.values[0]?.[0] ?? null);
  if (first === '') return null;
  for (const forms of OWN_FORMS) {
    const tests = { findings: isFindings, summary: isSummary, outline: isOutline } as const;
    for (const role of ['findings', 'summary', 'outline'] as const) {
      const isTitled = role === 'outline' ? forms.outline.test(first) : first === forms[role].title;
      const certainty = isTitled ? tests[role](linesOf(sheet), forms) : null;
      if (!certainty) continue;
      return { role, certainty: isNamed(sheet.name, forms.names[role]) ? certainty : 'likely' };
    }
  }
  return null;
}

/** An outline is adopted by its name: it is not written again, but no second one is put beside it. */
export const isNamedOutline = (sheet: SheetSnapshot): boolean =>
  OWN_FORMS.some(({ names }) => isNamed(sheet.name, names.outline));
