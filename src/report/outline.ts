import { render, type Texts } from '../texts/catalogue';
import type { TableResult } from '../model/score';
import { CHINESE, type ResultKey } from './chinese';
import { asScored } from './as-scored';
import { annexTables } from './annex-table';
import { headingNumber } from './chinese-numeral';
import { factParagraphs, fundsPoints } from './outline-facts';
import { footNote } from './foot-notes';
import { closed, withoutCode } from './outline-words';
import { amountDoubts, type Telling } from './doubts';
import { indicatorParagraphs } from './outline-indicators';
import { factTables, type OutlineTable } from './outline-tables';
import type {
  CoverField,
  OutlineTemplate,
  Prompt,
  TemplateSection,
} from './outline-templates/template';
import { sayIn, type Say } from './sheet-cells';

export interface OutlineSection {
  readonly depth: 1 | 2 | 3 | 4;
  /** 一、 （一） 1. （1） */
  readonly number: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Behind the paragraphs. */
  readonly tables: readonly OutlineTable[];
  readonly sections: readonly OutlineSection[];
}

/** A report with the table's facts filled in and marked places where a person must write. */
export interface Outline {
  readonly template: string;
  readonly title: string;
  /** Whose report it is: the unit, else its department. */
  readonly author: string | null;
  readonly cover: readonly string[];
  readonly sections: readonly OutlineSection[];
  /** Behind all sections, under a heading without a number; null where the form has nothing for it. */
  readonly annex: { readonly title: string; readonly tables: readonly OutlineTable[] } | null;
}

interface Filling {
  readonly result: TableResult;
  readonly say: Say;
  readonly tell: Telling['tell'];
  /** What the cover asks for already. */
  readonly asked: readonly CoverField[];
  /** What every heading says of the indicators it is for. */
  readonly words: readonly (readonly string[])[];
  /** Indicators no slot has taken yet. */
  readonly left: Set<number>;
}

/** The depth of what stands below; there are four. */
export const deeper = (depth: 1 | 2 | 3 | 4): 1 | 2 | 3 | 4 =>
  depth === 1 ? 2 : depth === 2 ? 3 : 4;

const holds = (text: string | null | undefined, words: readonly string[]): boolean =>
  words.some((word) => text?.includes(word) === true);

/** Every heading's words for indicators, in the order of the structure. */
const wordsIn = (sections: readonly TemplateSection[]): (readonly string[])[] =>
  sections.flatMap(({ slots = [], sections: inner = [] }) => [
    ...slots.flatMap((slot) =>
      'indicators' in slot && slot.indicators !== 'rest' ? [slot.indicators] : [],
    ),
    ...wordsIn(inner),
  ]);

/**
 * Whether an indicator stands under a heading that holds one of the words: the second level's before
 * the first's, so that 效益 › 满意度 is told with what is said of 满意度.
 */
function isAbout(
  { result, words: all }: Filling,
  index: number,
  words: readonly string[],
): boolean {
  const { level1, level2 } = result.table.indicators[index] ?? {};
  if (holds(level2, words)) return true;
  const isOfOther = all.some((other) => holds(level2, other) && !holds(level1, other));
  return holds(level1, words) && !isOfOther;
}

function take(filling: Filling, words: readonly string[] | 'rest'): number[] {
  const { left } = filling;
  const taken = [...left].filter((index) => words === 'rest' || isAbout(filling, index, words));
  for (const index of taken) left.delete(index);
  return taken;
}

/** What only a person can write, unless the form has it below its rows. */
function written(prompt: Prompt, { result, say }: Filling): string {
  const note =
    prompt === 'measures' || prompt === 'problems' || prompt === 'other'
      ? footNote(result.table, prompt)
      : null;
  return note === null
    ? say('outline.missing', { what: say(`outline.prompt.${prompt}`) })
    : closed(note, say);
}

function paragraphsOf(filling: Filling, section: TemplateSection): string[] {
  const { result, say, tell } = filling;
  const paragraphs: string[] = [];
  let asked = false;
  for (const slot of section.slots ?? []) {
    if ('fact' in slot)
      paragraphs.push(...factParagraphs(slot.fact, result, { say, tell }, filling.asked));
    else if ('write' in slot) paragraphs.push(written(slot.write, filling));
    else if ('ask' in slot) paragraphs.push(say('outline.missing', { what: slot.ask }));
    else {
      asked = true;
      const rows = indicatorParagraphs(result, take(filling, slot.indicators), { say, tell });
      paragraphs.push(
        ...(rows.length > 0 ? rows : fundsPoints(result, slot.indicators, { say, tell })),
      );
    }
  }
  if (asked && paragraphs.length === 0) {
    paragraphs.push(
      say('outline.missing', {
        what: say('outline.prompt.noIndicators', { title: section.title }),
      }),
    );
  }
  return paragraphs;
}

/** The words of a section that holds nothing but indicators; null for any other. */
function indicatorWords({
  slots = [],
  sections,
}: TemplateSection): readonly string[] | 'rest' | null {
  const [slot, ...more] = slots;
  return slot && 'indicators' in slot && more.length === 0 && !sections ? slot.indicators : null;
}

const fits = (filling: Filling, words: readonly string[]): boolean =>
  [...filling.left].some((index) => isAbout(filling, index, words));

/**
 * Sections of indicators as this table needs them: the catch-all becomes one section per level of
 * the form, and where no named section has an indicator (rubric forms) the catch-all stands alone.
 */
function asNeeded(filling: Filling, templates: readonly TemplateSection[]): TemplateSection[] {
  const words = templates.map(indicatorWords);
  if (!words.includes('rest')) return [...templates];
  const named = words.some((own) => own !== null && own !== 'rest' && fits(filling, own));
  const { left, result, say } = filling;
  return templates.flatMap((template, index) => {
    const own = words[index] ?? null;
    if (own === null) return [template];
    if (own !== 'rest') return named || left.size === 0 ? [template] : [];
    const taken = words.filter((other) => other !== null && other !== 'rest');
    const others = [...left].filter((one) => !taken.some((words) => isAbout(filling, one, words)));
    const levels = new Set(others.map((one) => result.table.indicators[one]?.level1 ?? null));
    const sections = [...levels].flatMap((level) =>
      level === null
        ? []
        : [{ title: say('outline.levelAnalysis', { level }), slots: [{ indicators: [level] }] }],
    );
    return levels.has(null) ? [...sections, template] : sections;
  });
}

function sectionsOf(
  filling: Filling,
  templates: readonly TemplateSection[],
  depth: 1 | 2 | 3 | 4,
): OutlineSection[] {
  return asNeeded(filling, templates).map((template, index) => ({
    depth,
    number: headingNumber(depth, index + 1),
    title: template.title,
    paragraphs: paragraphsOf(filling, template),
    tables: (template.slots ?? []).flatMap((slot) =>
      'fact' in slot ? factTables(slot.fact, filling.result, filling.say) : [],
    ),
    sections: sectionsOf(filling, template.sections ?? [], deeper(depth)),
  }));
}

export function coverLine(field: CoverField, result: TableResult, say: Say): string {
  const { table } = result;
  const total = table.budget?.rows.find((row) => row.isTotal);
  const amount = total?.adjusted?.value ?? total?.initial?.value ?? null;
  const values: Readonly<Partial<Record<CoverField, string | null | undefined>>> = {
    project: withoutCode(table.project?.value),
    department: withoutCode(table.department?.value),
    unit: withoutCode(table.unit?.value),
    year: table.year ? say('outline.year', { year: table.year.value }) : null,
    amount: amount === null ? null : `${amount}${table.budget?.currency ?? ''}`,
  };
  const label = say(`outline.cover.${field}`);
  if (field === 'amount' && total && amountDoubts(result, total).length > 0)
    return say('outline.coverLine', { label, value: say('outline.toCheck', { what: label }) });
  const value = values[field] ?? say('outline.missing', { what: label });
  return say('outline.coverLine', { label, value });
}

/** A longer name would make the title a paragraph; it stands in the first section. */
const LONGEST_IN_TITLE = 30;

/** 天长市水利局2022年度水旱灾害防御项目支出绩效自评报告: whose report it is, on what, the year once. */
export function titleOf({ table }: TableResult, name: string, say: Say): string {
  const year = table.year?.value;
  const short = (value: string | undefined): string => {
    const plain = (withoutCode(value) ?? '')
      .replace(/\s+/g, '')
      // 2023年农村公路养护 of a form on 2023: the title says its year once.
      .replace(new RegExp(`^${String(table.year?.value)}年度?(?=.)`), '');
    return plain.length > LONGEST_IN_TITLE ? '' : plain;
  };
  const unit = short(table.unit?.value);
  const whole = table.scope === 'unit' ? '' : short(table.project?.value);
  const ofUnit = unit !== '' && whole.startsWith(unit) ? whole.slice(unit.length) : whole;
  const project = ofUnit.replace(new RegExp(`^${String(year)}年度?(?=.)`), '');
  // 公路养护项目 and 项目支出绩效自评报告 share their 项目.
  const shared = /项目$/.test(project) && name.startsWith('项目') ? project.slice(0, -2) : project;
  const title = shared + name;
  return year === undefined || title.includes(`${String(year)}年`)
    ? unit + title
    : say('outline.title', { unit, year, title });
}

/** What kind of report it is. */
export const reportName = ({ table }: TableResult, template: OutlineTemplate, say: Say): string =>
  table.scope === 'unit' && template.kind === 'project'
    ? say('outline.unitReport')
    : template.title;

/** Fills a structure with a table's facts. Nothing is invented: what the table lacks is marked. */
export function buildOutline(
  standing: TableResult,
  template: OutlineTemplate,
  texts: Texts<ResultKey> = CHINESE,
): Outline {
  const say = sayIn(texts);
  const result = asScored(standing);
  const { table } = result;
  const left = new Set(table.indicators.keys());
  const title = titleOf(result, reportName(result, template, say), say);
  const annex = annexTables(result, say);
  return {
    template: template.id,
    title,
    author: (table.unit ?? table.department)?.value ?? null,
    cover: template.cover.map((field) => coverLine(field, result, say)),
    sections: sectionsOf(
      {
        result,
        say,
        tell: (message) => render(message, texts),
        left,
        asked: template.cover,
        words: wordsIn(template.sections),
      },
      template.sections,
      1,
    ),
    annex: annex.length > 0 ? { title: say('outline.annex'), tables: annex } : null,
  };
}

/** Every section with its own number, in reading order. */
export function* walkOutline(sections: readonly OutlineSection[]): Generator<OutlineSection> {
  for (const section of sections) {
    yield section;
    yield* walkOutline(section.sections);
  }
}
