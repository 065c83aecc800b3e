import type { Language } from '../i18n/catalogue';
import type { TableResult } from '../model/score';
import { headingNumber } from './chinese-numeral';
import { factParagraphs, indicatorParagraphs } from './outline-facts';
import type { CoverField, OutlineTemplate, TemplateSection } from './outline-templates/template';
import { sayIn, type Say } from './sheet-cells';

export interface OutlineSection {
  readonly depth: 1 | 2 | 3 | 4;
  /** 一、 （一） 1. （1） */
  readonly number: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly sections: readonly OutlineSection[];
}

/** A report with the table's facts filled in and marked places where a person must write. */
export interface Outline {
  readonly template: string;
  readonly title: string;
  readonly cover: readonly string[];
  readonly sections: readonly OutlineSection[];
}

interface Filling {
  readonly result: TableResult;
  readonly say: Say;
  /** Indicators no slot has taken yet. */
  readonly left: Set<number>;
}

const deeper = (depth: 1 | 2 | 3 | 4): 1 | 2 | 3 | 4 => (depth === 1 ? 2 : depth === 2 ? 3 : 4);

function take({ result, left }: Filling, words: readonly string[] | 'rest'): number[] {
  const taken = [...left].filter((index) => {
    const indicator = result.table.indicators[index];
    const place = `${indicator?.level1 ?? ''} ${indicator?.level2 ?? ''}`;
    return words === 'rest' || words.some((word) => place.includes(word));
  });
  for (const index of taken) left.delete(index);
  return taken;
}

function paragraphsOf(filling: Filling, section: TemplateSection): string[] {
  const { result, say } = filling;
  const paragraphs: string[] = [];
  let asked = false;
  for (const slot of section.slots ?? []) {
    if ('fact' in slot) paragraphs.push(...factParagraphs(slot.fact, result, say));
    else if ('write' in slot)
      paragraphs.push(say('outline.missing', { what: say(`outline.prompt.${slot.write}`) }));
    else {
      asked = true;
      paragraphs.push(...indicatorParagraphs(result, take(filling, slot.indicators), say));
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

/** Sections that exist only to catch what is left over are left out when nothing is. */
const isCatchAll = ({ slots = [] }: TemplateSection) =>
  slots.length > 0 && slots.every((slot) => 'indicators' in slot && slot.indicators === 'rest');

function sectionsOf(
  filling: Filling,
  templates: readonly TemplateSection[],
  depth: 1 | 2 | 3 | 4,
): OutlineSection[] {
  const sections: OutlineSection[] = [];
  for (const template of templates) {
    if (isCatchAll(template) && filling.left.size === 0) continue;
    sections.push({
      depth,
      number: headingNumber(depth, sections.length + 1),
      title: template.title,
      paragraphs: paragraphsOf(filling, template),
      sections: sectionsOf(filling, template.sections ?? [], deeper(depth)),
    });
  }
  return sections;
}

function coverLine(field: CoverField, { table }: TableResult, say: Say): string {
  const total = table.budget?.rows.find((row) => row.isTotal);
  const amount = total?.adjusted?.value ?? total?.initial?.value ?? null;
  const values: Readonly<Partial<Record<CoverField, string | null | undefined>>> = {
    project: table.project?.value,
    department: table.department?.value,
    unit: table.unit?.value,
    year: table.year ? say('outline.year', { year: table.year.value }) : null,
    amount: amount === null ? null : `${amount}${table.budget?.currency ?? ''}`,
  };
  const label = say(`outline.cover.${field}`);
  const value = values[field] ?? say('outline.missing', { what: label });
  return say('outline.coverLine', { label, value });
}

/** Fills a structure with a table's facts. Nothing is invented: what the table lacks is marked. */
export function buildOutline(
  result: TableResult,
  template: OutlineTemplate,
  language: Language = 'zh-CN',
): Outline {
  const say = sayIn(language);
  const { table } = result;
  const left = new Set(table.indicators.keys());
  const title = table.year
    ? say('outline.title', { year: table.year.value, title: template.title })
    : template.title;
  return {
    template: template.id,
    title,
    cover: template.cover.map((field) => coverLine(field, result, say)),
    sections: sectionsOf({ result, say, left }, template.sections, 1),
  };
}

/** Every section with its own number, in reading order. */
export function* walkOutline(sections: readonly OutlineSection[]): Generator<OutlineSection> {
  for (const section of sections) {
    yield section;
    yield* walkOutline(section.sections);
  }
}
