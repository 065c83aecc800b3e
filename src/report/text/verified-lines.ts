import { cellName } from '../../model/grid';
import type { TableResult } from '../../model/score';
import { reports as englishReports } from '../../texts/en/reports';
import {
  composed,
  listed,
  render,
  speaker,
  type Language,
  type SayOf,
  type Texts,
} from '../../texts/catalogue';
import type { ReportCheckKey } from '../../texts/message';
import { reports, type ReportsKey } from '../../texts/zh-CN/reports';
import { namesOf } from '../joint-outline';
import type { ReportLine } from '../report-lines';
import { valueIn, type Comparison } from './against/comparison';
import { reportCheckTexts } from './checks/check-texts';
import type { LayoutFact } from './document/layout';
import { placeOf, reportEntries } from './report-entries';
import type { Remark } from './comments/docx-comments';
import type { ReportFinding } from './report-finding';
import type { Held } from './verify-report';

/** What is found in a report is told in these. */
export type VerifiedTexts = Texts<ReportsKey | ReportCheckKey>;

export const VERIFIED_TEXTS: Readonly<Record<Language, VerifiedTexts>> = {
  'zh-CN': composed('zh-CN', () => ({ ...reports, ...reportCheckTexts('zh-CN') })),
  en: composed('en', () => ({ ...englishReports, ...reportCheckTexts('en') })),
};

/** A report that was checked, as a document about it tells of it. */
export interface CheckedReport {
  /** The report's own name. */
  readonly name: string;
  /** In place of what was found: why the report could not be read. */
  readonly refused: string | null;
  readonly findings: readonly ReportFinding[];
  /** Empty where there was no table. */
  readonly held: readonly Held[];
  /** Tables that were there, too, and of which the report does not tell. */
  readonly apart?: readonly TableResult[];
  /** How it is laid out; absent where its file does not say. */
  readonly layout?: readonly LayoutFact[] | null;
  /** Why a person lets a finding be. */
  readonly reasonOf?: (finding: ReportFinding) => string | null;
}

const sayIn = (texts: VerifiedTexts): SayOf<'reports', ReportsKey> => speaker('reports', texts);

const NAMELESS: ReadonlySet<Comparison['kind']> = new Set(['total', 'grade', 'year']);

/** What a comparison is of, in the reader's language; the form's own words stay as they are. */
export function factOf(
  { kind, fact, expected, isWeight = false }: Comparison,
  texts: VerifiedTexts,
): string {
  const name = sayIn(texts)(isWeight ? 'fact.row-weight' : `fact.${kind}`);
  // A name is its own value.
  return NAMELESS.has(kind) || fact === expected ? name : `${name} ${fact}`;
}

export const VERDICT_MARKS = { same: '✓', differs: '✗', 'not-told': '－' } as const;

/** How many facts of the table are told alike, told otherwise, told nowhere. */
export const countsOf = (
  comparisons: readonly Comparison[],
): { readonly same: number; readonly differs: number; readonly missing: number } => {
  const of = (verdict: Comparison['verdict']): number =>
    comparisons.filter((one) => one.verdict === verdict).length;
  return { same: of('same'), differs: of('differs'), missing: of('not-told') };
};

/** For each table a line of counts, under its name where there are several, then its facts. */
export function heldLines(
  held: readonly Held[],
  texts: VerifiedTexts,
): readonly (readonly [string, ...string[]])[] {
  const say = sayIn(texts);
  const names = namesOf(held.map(({ table }) => table));
  return held.map(({ comparisons }, at) => {
    const counts = say('compared', countsOf(comparisons));
    const named = say('compared.of', { name: names[at] ?? '', counts });
    return [held.length > 1 ? named : counts, ...comparedLines(comparisons, texts)];
  });
}

/** What no report on these tables was held against; none where there is no such table. */
export function apartLines(apart: readonly TableResult[], texts: VerifiedTexts): readonly string[] {
  const names = listed(namesOf(apart), texts.language);
  return apart.length === 0 ? [] : [sayIn(texts)('apart', { names })];
}

const isLeftOut = ({ kind, verdict }: Comparison): boolean =>
  kind === 'indicator' && verdict === 'not-told';

/** One question for all indicators that the report leaves out; none where it leaves out none or one. */
export function leftOutLines(
  comparisons: readonly Comparison[],
  texts: VerifiedTexts,
): readonly string[] {
  const leftOut = comparisons.filter(isLeftOut);
  const named = leftOut.map(({ fact, cell }) =>
    cell === null ? fact : `${fact} ${cellName(cell)}`,
  );
  const names = listed(named, texts.language);
  return named.length > 1 ? [sayIn(texts)('left-out', { count: named.length, names })] : [];
}

/** A line for every fact of a table, what is asked of several first. */
function comparedLines(
  comparisons: readonly Comparison[],
  texts: VerifiedTexts,
): readonly string[] {
  const asked = leftOutLines(comparisons, texts);
  const alone = comparisons.filter((one) => asked.length === 0 || !isLeftOut(one));
  return [...asked, ...alone.map((one) => comparedLine(one, texts))];
}

function comparedLine(one: Comparison, texts: VerifiedTexts): string {
  const say = sayIn(texts);
  const place = one.told
    ? say('paragraph', { paragraph: one.told.statement.paragraph })
    : say('not-told');
  const expected = String(valueIn(one, 'expected', texts.language));
  const values =
    one.verdict === 'differs' ? `${expected} → ${valueIn(one, 'found', texts.language)}` : expected;
  const cell = one.cell === null ? '' : cellName(one.cell);
  return `${VERDICT_MARKS[one.verdict]} ${[factOf(one, texts), cell, values, place]
    .filter((part) => part !== '')
    .join('  ')}`;
}

/** A line of counts, then one for each thing of the layout. */
export function layoutLines(
  layout: readonly LayoutFact[],
  texts: VerifiedTexts,
): readonly string[] {
  const say = sayIn(texts);
  const differs = layout.filter(({ verdict }) => verdict === 'differs').length;
  return [
    say('layout', { same: layout.length - differs, differs }),
    ...layout.map(({ item, verdict, found }) =>
      say(`layout.${verdict}`, {
        item: say(`layout.${item}.name`),
        expected: say(`layout.${item}.expected`),
        found: render(found, texts),
      }),
    ),
  ];
}

/** 核对报告: findings by paragraph, the table's facts, and a line to sign. */
export function verifiedLines(
  checked: readonly CheckedReport[],
  texts: VerifiedTexts,
): ReportLine[] {
  const say = sayIn(texts);
  const lines: ReportLine[] = [{ role: 'title', text: say('title') }];
  const body = (text: string): number => lines.push({ role: 'body', text });
  for (const { name, refused, findings, held, apart = [], layout, reasonOf } of checked) {
    lines.push({ role: 'heading', depth: 1, text: name });
    if (refused !== null) {
      body(refused);
      continue;
    }
    if (findings.length === 0) body(say('none'));
    for (const { place, severity, message, fix, excerpts, reason } of reportEntries(
      findings,
      texts,
      reasonOf,
    )) {
      body(`${place}  ${say(`severity.${severity}`)}  ${message}`);
      for (const text of excerpts) body(excerpts.length === 1 ? say('excerpt', { text }) : text);
      body(reason === null ? say('fix', { fix }) : say('waived', { reason }));
    }
    if (layout) for (const line of layoutLines(layout, texts)) body(line);
    for (const line of heldLines(held, texts).flat()) body(line);
    for (const line of apartLines(apart, texts)) body(line);
  }
  body(say('signature'));
  return lines;
}

/** What is written in the margin of the report itself. */
export function remarksOf(findings: readonly ReportFinding[], texts: VerifiedTexts): Remark[] {
  const say = sayIn(texts);
  return findings.map((finding) => ({
    words:
      finding.margin === undefined
        ? finding.excerpt
        : say('excerpt.placed', { place: placeOf(finding, texts), text: finding.excerpt }),
    paragraph: finding.margin === undefined ? finding.paragraph : null,
    text: say('remark', {
      severity: say(`severity.${finding.severity}`),
      message: render(finding.message, texts),
      fix: say('fix', { fix: render(finding.fix, texts) }),
    }),
  }));
}
