import type { TableResult } from '../../../model/score';
import { OUTLINE_TEMPLATES, type TemplateSection } from '../../outline-templates';
import { headingName, above, projectsBySentence } from '../facts/project-sections';
import { statedFunds, statedScores } from '../facts/stated';
import { statementsOf } from '../facts/statement';
import { reportYear } from '../facts/years';
import type { ReportText } from '../read-report';
import { plainName } from './names';

/** What a report says of one table, which may be all of it. */
export interface OwnPart {
  readonly report: ReportText;
  /** Whether it stands under headings that are the table's name. */
  readonly isNamed: boolean;
}

/** How sheets and annexes are counted: 附件2, 附表1 without 表1, Sheet1. */
const COUNTED = /^(?:附[件录]?|[A-Za-z]+)?\d*$/;
/** 自评表, 评分表2: that it is a table names nothing. */
const TABLE = /表格?\d*$/;
const YEAR = /20\d\d年?度?/g;

/** Every two neighbouring signs of some words. */
const pairsIn = (words: readonly string[]): ReadonlySet<string> =>
  new Set(
    words.flatMap((word) =>
      word
        .split('')
        .slice(1)
        .map((sign, at) => word.charAt(at) + sign),
    ),
  );

const titlesOf = (sections: readonly TemplateSection[]): readonly string[] =>
  sections.flatMap(({ title, sections: below = [] }) => [title, ...titlesOf(below)]);

let sectionPairs: ReadonlySet<string> | null = null;
/** Of the headings that reports have, whatever they are on. */
const ofSections = (): ReadonlySet<string> =>
  (sectionPairs ??= pairsIn(OUTLINE_TEMPLATES.flatMap(({ sections }) => titlesOf(sections))));

/**
 * The words of a sheet's name that name what it is about; empty where all of them are those of any
 * report's headings or of the form itself: its title and the heads of its columns.
 */
function sheetName({ sheet, title, columns }: TableResult['table']): string {
  const name = plainName(sheet).replace(YEAR, '').replace(TABLE, '');
  const labels = Object.values(columns).map(({ label }) => label);
  const own = pairsIn([title?.value ?? '', ...labels]);
  const isKnown = (pair: string): boolean => own.has(pair) || ofSections().has(pair);
  const isAny = Array.from(name).every(
    (sign, at) => isKnown(name.charAt(at - 1) + sign) || isKnown(sign + name.charAt(at + 1)),
  );
  return isAny || COUNTED.test(name) ? '' : plainName(sheet);
}

const nameOf = ({ table }: TableResult): string =>
  plainName(table.project?.value ?? '') || sheetName(table);
const bare = (name: string): string => name.replace(/项目$/, '');

/**
 * What a report over several tables says of each: the sentences under headings that are its project's
 * name (its sheet's, where the form names no project and a sheet's name can be one); of a table without, what is told of no other
 * project. All of it for a report that is about one table alone: no chapter has its name, nor do
 * headings of several sections, nor one heading beside those of other projects.
 */
export function ownParts(report: ReportText, tables: readonly TableResult[]): readonly OwnPart[] {
  const statements = statementsOf(report);
  const year = reportYear(report);
  const scores = statedScores(statements, year);
  const projects = projectsBySentence(report, [...scores, ...statedFunds(statements, year).rates]);
  const names = tables.map(nameOf);
  const own = names.map((name) => sentencesOf(report, name, names, projects));
  const scored = new Set(scores.map(({ statement }) => projects[statements.indexOf(statement)]));
  scored.delete('');
  const only = (fits: (at: number) => boolean): ReportText => ({
    ...report,
    sentences: report.sentences.filter((_, at) => fits(at)),
  });
  return tables.map(({ table }, index): OwnPart => {
    const part = own[index];
    if (part) return { report: only((at) => part.has(at)), isNamed: true };
    // Parts of one project have rates of their own, not scores.
    const isOfAll = table.scope === 'unit' || scored.size > 1;
    const isOther = (at: number): boolean =>
      (isOfAll && projects[at] !== '') || own.some((other) => other?.has(at));
    return { report: only((at) => !isOther(at)), isNamed: false };
  });
}

/** Which sentences stand under a table's name; null where no heading is its own part's. */
function sentencesOf(
  { headings, sentences }: ReportText,
  name: string,
  names: readonly string[],
  projects: readonly string[],
): ReadonlySet<number> | null {
  const isCalled = (title: string, as: string): boolean =>
    as !== '' && [title, headingName(title)].some((one) => bare(plainName(one)) === bare(as));
  const own = headings.map(({ title }) => isCalled(title, name));
  const named = headings.flatMap((_, at) => (own[at] ? [at] : []));
  const chapters = headings.filter(({ style }) => style === 1).length;
  const isChapter = named.some((at) => headings[at]?.style === 1) && chapters > named.length;
  const isBeside = named.some((at) =>
    headings.some(
      ({ title, style }, other) =>
        !own[other] &&
        style === headings[at]?.style &&
        above(headings, other) === above(headings, at) &&
        names.some((one) => isCalled(title, one)),
    ),
  );
  const isOwn = (at: number): boolean => isCalled(projects[at] ?? '', name);
  if (named.length < 2 && !isChapter && !isBeside && !sentences.some((_, at) => isOwn(at)))
    return null;
  const isUnder = (at: number): boolean =>
    at >= 0 && (own[at] === true || isUnder(above(headings, at)));
  return new Set(
    sentences.flatMap(({ heading }, at) => (isUnder(heading) || isOwn(at) ? [at] : [])),
  );
}
