import type { TableResult } from '../../../model/score';
import type { ReportContext } from '../check';
import type { Statement } from '../facts/statement';
import { namedYears, reportYear } from '../facts/years';
import { normalised, type ReportText } from '../read-report';
import { notTold, type Comparison } from './comparison';

/** Names without codes, seals, brackets and signs: `219-池州市…（公章）` and `池州市…` are equal. */
export const plainName = (name: string): string =>
  normalised(name)
    .replace(/[（(][^（）()]*[）)]/g, '')
    .replace(/^[\dA-Za-z]+[-—_]/, '')
    .replace(/[^\u4e00-\u9fffA-Za-z\d]/g, '');

/** Shorter names are found in any text. */
const SHORTEST_NAME = 4;
/** Words that names of one project have and lack. */
const LOOSE = /项目|资金|经费|专项|补助|支出|20\d\d年度?|年度/g;

const sameName = (a: string, b: string): boolean => {
  const [one, two] = [a.replace(LOOSE, ''), b.replace(LOOSE, '')];
  return (
    a.includes(b) ||
    b.includes(a) ||
    (one !== '' && two !== '' && (one.includes(two) || two.includes(one)))
  );
};

/** What a table goes by in a report: its project, or whose it is where it names none. */
const calledAs = ({ table }: TableResult): string =>
  plainName((table.project ?? table.unit ?? table.department)?.value ?? '').replace(/项目$/, '');

/** Whether the report names what the table goes by, however short. */
export function isNamed(report: ReportText, table: TableResult): boolean {
  const name = calledAs(table);
  return name !== '' && report.sentences.some(({ text }) => plainName(text).includes(name));
}

/** Whether the table has a name that stands nowhere in the report, not even without 项目, 资金 and the like. */
export function isStranger({ sentences, headings }: ReportText, table: TableResult): boolean {
  const name = calledAs(table);
  const loose = name.replace(LOOSE, '');
  const texts = [...sentences.map(({ text }) => text), ...headings.map(({ title }) => title)];
  return name !== '' && !texts.some((text) => plainName(text).includes(loose));
}

/** The names that stand in a text, the longer first: a name within one that stands there does not. */
function namesIn(texts: readonly string[], names: readonly string[]): ReadonlySet<string> {
  const known = [...new Set(names)].filter((name) => name.length >= SHORTEST_NAME);
  const longestFirst = known.sort((one, other) => other.length - one.length);
  const found = new Set<string>();
  for (const text of texts) {
    let left = text;
    for (const name of longestFirst) {
      if (!left.includes(name)) continue;
      found.add(name);
      left = left.replaceAll(name, ' ');
    }
  }
  return found;
}

/** The tables a report names; of one name, those of its year where it has one of them. */
export function tablesNamed(report: ReportText, tables: readonly TableResult[]): TableResult[] {
  const texts = report.sentences.map(({ text }) => plainName(text));
  const names = namesIn(texts, tables.map(calledAs));
  const named = tables.filter((table) => names.has(calledAs(table)));
  const year = reportYear(report);
  const isOfYear = ({ table }: TableResult): boolean => table.year?.value === year;
  return named.filter(
    (one) =>
      isOfYear(one) || !named.some((other) => calledAs(other) === calledAs(one) && isOfYear(other)),
  );
}

const FIELDS: readonly (readonly ['project' | 'department' | 'unit', RegExp])[] = [
  ['project', /^(?:项目|专项资金|项目支出)名称[：:](.{2,80})$/],
  ['department', /^(?:(?!中央)[^：:]{0,6}(?:主管部门|预算部门)[^：:]{0,8})[：:](.{2,80})$/],
  ['unit', /^(?:评价|实施|填报|项目|项目实施|预算)单位[^：:]{0,8}[：:](.{2,80})$/],
];

/** Names on the cover, and the year (domain rule E02). */
export function compareNames(
  { report, statements }: ReportContext,
  { table }: TableResult,
): Comparison[] {
  const names = FIELDS.flatMap(([kind, pattern]): Comparison[] => {
    const field = table[kind];
    const expected = plainName(field?.value ?? '');
    if (!field || expected === '') return [];
    const onCover = firstMatch(statements, pattern);
    const inText = IN_SENTENCE[kind];
    const told = onCover ?? (inText ? firstMatch(statements, inText) : null);
    const found = plainName(told?.found ?? '');
    if (!told || found === '') {
      const said = statements.some(({ text }) => plainName(text).includes(expected));
      return said ? [] : [notTold(kind, field.value, field.cell, field.value)];
    }
    const isSame = sameName(found, expected) || (onCover === null && isShortOf(found, expected));
    const verdict = isSame ? 'same' : 'differs';
    return [
      {
        kind,
        fact: field.value,
        cell: field.cell,
        told,
        verdict,
        expected: field.value,
        found: told.found,
        // 某局 and 某局某科: each may be the one meant.
        sure: onCover !== null || isLike(found, expected),
      },
    ];
  });
  return [...names, ...compareYear(report, statements, table)];
}

function compareYear(
  report: ReportText,
  statements: readonly Statement[],
  { year }: TableResult['table'],
): Comparison[] {
  if (!year) return [];
  const found = reportYear(report);
  if (found === null) return [notTold('year', String(year.value), year.cell, year.value)];
  const told = firstMatch(statements, new RegExp(`(${found})年?`));
  if (!told) return [];
  const verdict = found === year.value ? 'same' : 'differs';
  const sure = namedYears(report).length > 0 || /自评|评价/.test(told.statement.text);
  return [
    {
      kind: 'year',
      fact: String(year.value),
      cell: year.cell,
      told,
      verdict,
      expected: year.value,
      found,
      sure,
    },
  ];
}

interface Found {
  readonly statement: Statement;
  readonly at: number;
  readonly found: string;
}

/** 东林街道社区建设科 of 东林街道城市管理科: offices of one kind, under one roof or of nearly one name. */
const isLike = (found: string, expected: string): boolean =>
  found.at(-1) === expected.at(-1) &&
  (found.slice(0, 2) === expected.slice(0, 2) || found.slice(-3) === expected.slice(-3));

/** 云岭县住建局 of 云岭县住房和城乡建设局 */
function isShortOf(short: string, name: string): boolean {
  let from = 0;
  return Array.from(short).every((sign) => {
    const at = name.indexOf(sign, from);
    from = at + 1;
    return at >= 0;
  });
}

/** 项目实施单位为某街道社区建设科，… within a sentence. */
const IN_SENTENCE: Readonly<Partial<Record<'project' | 'department' | 'unit', RegExp>>> = {
  department:
    /(?:^|[，。；])(?:[本该]?项目)?(?:主管部门|预算部门)[为是]([^，。；、和及各等与]{3,40})(?=[，。；])/,
  unit: /(?:^|[，。；])(?:[本该]?项目)?(?:实施单位|承担单位)[为是]([^，。；、和及各等与]{3,40})(?=[，。；])/,
};

function firstMatch(statements: readonly Statement[], pattern: RegExp): Found | null {
  for (const statement of statements) {
    const match = pattern.exec(statement.text);
    if (match) return { statement, at: match.index, found: match[1] ?? match[0] };
  }
  return null;
}
