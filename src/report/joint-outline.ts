import type { Texts } from '../texts/catalogue';
import type { TableResult } from '../model/score';
import type { Sourced } from '../model/table';
import { sum } from '../quantity/exact';
import { CHINESE, type ResultKey } from './chinese';
import { headingNumber } from './chinese-numeral';
import { buildOutline, coverLine, deeper, reportName, titleOf } from './outline';
import type { Outline, OutlineSection } from './outline';
import { amountDoubts } from './doubts';
import { withoutCode } from './outline-words';
import type { OutlineTable } from './outline-tables';
import type { OutlineTemplate } from './outline-templates';
import { bareTitle } from './keep/mark';
import { sayIn, type Say } from './sheet-cells';
import { piecesOf } from './waiting-pieces';

type Depth = OutlineSection['depth'];

/**
 * One report over several tables (two or more tell it from `buildOutline`): each has a chapter, or
 * stands in turn in every section, as the structure says. What only a person can write and every
 * table would ask for is asked once.
 */
export function jointOutline(
  results: readonly TableResult[],
  template: OutlineTemplate,
  texts: Texts<ResultKey> = CHINESE,
): Outline | null {
  const [first, ...more] = results;
  if (!first) return null;
  if (more.length === 0) return buildOutline(first, template, texts);
  const say = sayIn(texts);
  const names = namesOf(results);
  const parts = results.map((result, at): Part => {
    const { sections, annex } = buildOutline(result, template, texts);
    return { name: names[at] ?? '', sections, tables: annex?.tables ?? [] };
  });
  const whole = jointTable(first, results, names, say);
  const untitled = { ...whole, table: { ...whole.table, project: null } };
  return {
    template: template.id,
    title: titleOf(untitled, reportName(whole, template, say), say),
    author: (whole.table.unit ?? whole.table.department)?.value ?? null,
    cover: template.cover.map((field) => coverLine(field, whole, say)),
    sections: template.each === 'chapter' ? chapters(parts) : inTurn(parts, 1, say),
    annex: {
      title: say('outline.annex'),
      tables: parts.flatMap(({ name, tables }) => captioned(tables, name, say)),
    },
  };
}

interface Part {
  readonly name: string;
  readonly sections: readonly OutlineSection[];
  readonly tables: readonly OutlineTable[];
}

/** What each table is called in their report: its project, else its sheet; no two alike. */
export function namesOf(results: readonly TableResult[]): string[] {
  const counts = new Map<string, number>();
  return results.map(({ table }) => {
    const name = (withoutCode(table.project?.value) ?? '').replace(/\s+/g, '') || table.sheet;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name}（${String(count)}）`;
  });
}

/** So many names are told. */
const MOST_NAMED = 3;

/** What the tables say together, as title and cover need it: facts they share, names, the sum of funds. */
function jointTable(
  first: TableResult,
  results: readonly TableResult[],
  names: readonly string[],
  say: Say,
): TableResult {
  const { table } = first;
  const comma = say('outline.listComma');
  const shared = (of: (result: TableResult) => Sourced<string> | null): Sourced<string> | null => {
    const [one] = results.flatMap((result) => of(result) ?? []);
    const told = new Set(results.flatMap((result) => of(result)?.value ?? []));
    return one ? { ...one, value: [...told].join(comma) } : null;
  };
  const listed = names.slice(0, MOST_NAMED).join(comma);
  const named =
    names.length > MOST_NAMED
      ? say('outline.andMore', { names: listed, count: names.length })
      : listed;
  const isOneYear = results.every((one) => one.table.year?.value === table.year?.value);
  return {
    ...first,
    table: {
      ...table,
      project: {
        ...(table.project ?? { cell: { row: table.range.top, column: table.range.left } }),
        value: named,
      },
      department: shared((one) => one.table.department),
      unit: shared((one) => one.table.unit),
      year: isOneYear ? table.year : null,
      budget: jointBudget(results),
    },
  };
}

/** One total, where every table has one in the same currency. */
function jointBudget(results: readonly TableResult[]): TableResult['table']['budget'] {
  const totals = results.flatMap((result) => {
    const { budget } = result.table;
    const row = budget?.rows.find(({ isTotal }) => isTotal);
    const amount = row?.adjusted?.value == null ? row?.initial : row.adjusted;
    // A sum with one that is wrong is wrong.
    const isKnown = row !== undefined && amountDoubts(result, row).length === 0;
    return isKnown && budget && amount?.value != null
      ? [{ budget, row, amount, value: amount.value }]
      : [];
  });
  const [first] = totals;
  const currencies = new Set(totals.map(({ budget }) => budget.currency));
  if (!first || totals.length < results.length || currencies.size > 1) return null;
  const adjusted = { ...first.amount, value: sum(totals.map(({ value }) => value)) };
  return { ...first.budget, rows: [{ ...first.row, adjusted }] };
}

/** 一、<资金名称>, with the sections of the structure one deeper. */
const chapters = (parts: readonly Part[]): OutlineSection[] =>
  parts.map(({ name, sections }, at) => ({
    depth: 1,
    number: headingNumber(1, at + 1),
    title: name,
    paragraphs: [],
    tables: [],
    sections: lowered(sections, 2),
  }));

/** One deeper; what would lie too deep stands in the words of what is above it. */
function lowered(sections: readonly OutlineSection[], depth: Depth): OutlineSection[] {
  return sections.map((section, at) => {
    const one = { ...section, depth, number: headingNumber(depth, at + 1) };
    if (depth < 4) return { ...one, sections: lowered(section.sections, deeper(depth)) };
    const inner = section.sections.flatMap((below) => lowered([below], 4));
    return {
      ...one,
      paragraphs: [...section.paragraphs, ...inner.flatMap(told)],
      tables: [...section.tables, ...inner.flatMap(({ tables }) => tables)],
      sections: [],
    };
  });
}

/** The words of a section without a heading: its title stands before the first. */
const told = ({ title, paragraphs }: Pick<OutlineSection, 'title' | 'paragraphs'>): string[] =>
  paragraphs.map((text, at) => (at === 0 ? `${title}：${text}` : text));

const captioned = (tables: readonly OutlineTable[], name: string, say: Say): OutlineTable[] =>
  tables.map((table) => ({
    ...table,
    caption: say('outline.captionOf', { caption: table.caption, name }),
  }));

interface Own {
  readonly name: string;
  readonly section: OutlineSection;
}

/** Every section once, what the tables say in it in turn below it. */
function inTurn(parts: readonly Part[], depth: Depth, say: Say): OutlineSection[] {
  const lists = parts.map(({ sections }) => keyed(sections));
  return keysOf(lists).map((key, at): OutlineSection => {
    const owns = parts.flatMap(({ name }, index): Own[] => {
      const section = lists[index]?.get(key);
      return section ? [{ name, section }] : [];
    });
    const asked = askedByAll(owns);
    const items = owns.flatMap((own) => itemOf(own, asked, deeper(depth), say));
    const inner = inTurn(
      owns.map(({ name, section }) => ({ name, sections: section.sections, tables: [] })),
      deeper(depth),
      say,
    );
    // Names would be counted among headings of another kind, or lie too deep.
    const isFlat = inner.length > 0 || depth === 4;
    return {
      depth,
      number: headingNumber(depth, at + 1),
      title: owns[0]?.section.title ?? '',
      paragraphs: [...(isFlat ? items.flatMap(told) : []), ...asked],
      tables: isFlat ? items.flatMap(({ tables }) => tables) : [],
      sections: isFlat
        ? inner
        : items.map((item, count) => ({ ...item, number: headingNumber(item.depth, count + 1) })),
    };
  });
}

/** What one table says in a section, under its name; nothing where that is nothing of its own. */
function itemOf(
  { name, section }: Own,
  asked: readonly string[],
  depth: Depth,
  say: Say,
): OutlineSection[] {
  const paragraphs = section.paragraphs.filter((text) => !asked.includes(text));
  const tables = captioned(section.tables, name, say);
  if (paragraphs.length + tables.length === 0) return [];
  return [{ depth, number: '', title: name, paragraphs, tables, sections: [] }];
}

/** Sections by title; of several of one title each by its turn. */
function keyed(sections: readonly OutlineSection[]): ReadonlyMap<string, OutlineSection> {
  const counts = new Map<string, number>();
  return new Map(
    sections.map((section) => {
      const count = counts.get(section.title) ?? 0;
      counts.set(section.title, count + 1);
      return [`${String(count)} ${section.title}`, section];
    }),
  );
}

/** Sections in the order of all: one that only some have stands behind what is before it there. */
function keysOf(lists: readonly ReadonlyMap<string, OutlineSection>[]): string[] {
  const keys: string[] = [];
  for (const list of lists) {
    let at = 0;
    for (const key of list.keys()) {
      const known = keys.indexOf(key);
      if (known < 0) keys.splice(at, 0, key);
      at = (known < 0 ? at : known) + 1;
    }
  }
  return keys;
}

/** Whole paragraphs for a person to write that every table has there. */
function askedByAll(owns: readonly Own[]): readonly string[] {
  const [first, ...more] = owns;
  return (first?.section.paragraphs ?? []).filter(
    (text) =>
      piecesOf(text).every(({ waits }) => waits) &&
      more.every(({ section }) => section.paragraphs.includes(text)),
  );
}

/**
 * Tables in the order in which a report written before names them, new ones at the end: so each
 * section finds what a person wrote for its own table.
 */
export function inWrittenOrder(
  results: readonly TableResult[],
  written: readonly { readonly text: string }[],
): readonly TableResult[] {
  const titles = written.map(({ text }) => bareTitle(text));
  const names = namesOf(results);
  const placeOf = (at: number): number => {
    const place = titles.findIndex((title) => title === names[at]);
    return place < 0 ? Infinity : place;
  };
  return results
    .map((result, at) => ({ result, at, place: placeOf(at) }))
    .sort((one, other) => (one.place === other.place ? one.at - other.at : one.place - other.place))
    .map(({ result }) => result);
}
