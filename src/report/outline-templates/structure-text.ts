import { headingNumber } from '../chinese-numeral';
import {
  FACTS,
  PROMPTS,
  type FactName,
  type Prompt,
  type Slot,
  type TemplateSection,
} from './template';

/** How the parts of a section are called where people write structures as text. */
export interface SlotNames {
  readonly fact: (fact: FactName) => string;
  readonly prompt: (prompt: Prompt) => string;
  /** In front of the names of levels. */
  readonly indicators: string;
  readonly rest: string;
  /** In front of what a person is to write. */
  readonly write: string;
}

/** Between the parts of a section; no name of one holds it. */
const BAR = '｜';

type Depth = 1 | 2 | 3 | 4;

interface Line {
  readonly depth: Depth;
  readonly title: string;
  /** Null where the line says nothing of what stands under it. */
  readonly slots: readonly Slot[] | null;
}

const below = (depth: Depth): Depth => (depth === 1 ? 2 : depth === 2 ? 3 : 4);

/** A heading a line with its number, and behind it in 〔 〕 what is filled in there. */
export function structureText(sections: readonly TemplateSection[], names: SlotNames): string {
  const lines = (some: readonly TemplateSection[], depth: Depth): string[] =>
    some.flatMap(({ title, slots = [], sections: inner = [] }, index) => [
      '　'.repeat(depth - 1) +
        headingNumber(depth, index + 1) +
        // 1.2023 would be a figure.
        (/^\d/.test(title) ? ' ' : '') +
        title +
        (slots.length === 0 ? '' : `〔${slots.map((slot) => slotText(slot, names)).join(BAR)}〕`),
      ...lines(inner, below(depth)),
    ]);
  return lines(sections, 1).join('\n');
}

function slotText(slot: Slot, { fact, prompt, indicators, rest, write }: SlotNames): string {
  if ('fact' in slot) return fact(slot.fact);
  if ('write' in slot) return `${write}：${prompt(slot.write)}`;
  if ('ask' in slot) return `${write}：${slot.ask}`;
  return slot.indicators === 'rest' ? rest : `${indicators}：${slot.indicators.join('、')}`;
}

/** By its number a heading tells its depth: 一、 （一） 1. （1）. */
const NUMBERS: readonly (readonly [RegExp, Depth])[] = [
  [/^第?[一二三四五六七八九十]{1,4}(?:部分)?[、.．\s]\s*/, 1],
  [/^[（(][一二三四五六七八九十]{1,4}[）)]\s*/, 2],
  [/^\d{1,2}[.．、](?!\d)\s*/, 3],
  [/^(?:[（(]\d{1,2}[）)]|[①-⑳])\s*/, 4],
];

/**
 * Sections as `structureText` writes them or a notice lists them: a heading a line, its depth by its
 * number, else by how far it is set in. What a line without 〔 〕 holds, `known` tells by the title:
 * as sections of structures that are known hold it, else a person is asked for it. `names`: in every
 * language in which they may be written.
 */
export function structureOfText(
  content: string,
  names: readonly SlotNames[],
  known: readonly TemplateSection[],
): TemplateSection[] {
  const lines = content.split(/\r\n?|\n/).flatMap((line) => lineOf(line, names));
  return nested(lines, slotsByTitle(known));
}

function lineOf(line: string, names: readonly SlotNames[]): Line[] {
  const inset = /^\s*/.exec(line)?.[0] ?? '';
  const said = line.trim();
  const opens = said.endsWith('〕') ? said.lastIndexOf('〔') : -1;
  const head = opens < 0 ? said : said.slice(0, opens).trimEnd();
  const held = opens < 0 ? null : said.slice(opens + 1, -1);
  const numbered = NUMBERS.find(([number]) => number.test(head));
  const title = numbered ? head.replace(numbered[0], '') : head;
  if (title.trim() === '') return [];
  const steps = inset.replace(/\u3000|\t| {2}/g, '>').replace(/[^>]/g, '').length;
  const depth = numbered?.[1] ?? (steps === 0 ? 1 : steps === 1 ? 2 : steps === 2 ? 3 : 4);
  const slots = held === null ? null : held.split(BAR).flatMap((one) => slotOf(one, names));
  return [{ depth, title: title.trim(), slots }];
}

function slotOf(said: string, names: readonly SlotNames[]): Slot[] {
  const whole = said.trim();
  if (whole === '') return [];
  const fact = FACTS.find((one) => names.some((own) => own.fact(one) === whole));
  if (fact) return [{ fact }];
  if (names.some(({ rest }) => rest === whole)) return [{ indicators: 'rest' }];
  const [, kind = '', words = ''] = /^([^：:]*)[：:]\s*(.+)$/.exec(whole) ?? [];
  if (names.some(({ indicators }) => indicators === kind)) {
    const levels = words.split(/[、,，]/).map((one) => one.trim());
    const named = levels.filter((one) => one !== '');
    return named.length === 0 ? [] : [{ indicators: named }];
  }
  const asked = names.some((own) => own.write === kind) ? words : whole;
  const write = PROMPTS.find((one) => names.some((own) => own.prompt(one) === asked));
  return [write ? { write } : { ask: asked }];
}

/** Of all known sections of a title the first that holds something. */
function slotsByTitle(known: readonly TemplateSection[]): ReadonlyMap<string, readonly Slot[]> {
  const slots = new Map<string, readonly Slot[]>();
  const add = (sections: readonly TemplateSection[]): void => {
    for (const { title, slots: own = [], sections: inner = [] } of sections) {
      if (own.length > 0 && !slots.has(title)) slots.set(title, own);
      add(inner);
    }
  };
  add(known);
  return slots;
}

/** A line belongs to the last one above it that is less deep; none lies more than one step deeper. */
function nested(
  lines: readonly Line[],
  known: ReadonlyMap<string, readonly Slot[]>,
  depth: Depth = 1,
): TemplateSection[] {
  const starts = lines.flatMap((line, at) => (line.depth <= depth || at === 0 ? [at] : []));
  return starts.flatMap((start, index) => {
    const head = lines[start];
    if (!head) return [];
    const under = lines.slice(start + 1, starts[index + 1] ?? lines.length);
    // What would lie too deep stands beside.
    if (depth === 4) {
      return [head, ...under].map((line) => sectionOf(line, [], known));
    }
    return [sectionOf(head, nested(under, known, below(depth)), known)];
  });
}

function sectionOf(
  { title, slots: said }: Line,
  sections: TemplateSection[],
  known: ReadonlyMap<string, readonly Slot[]>,
): TemplateSection {
  const asked: readonly Slot[] = sections.length === 0 ? [{ ask: title }] : [];
  const slots = said ?? known.get(title) ?? asked;
  return {
    title,
    ...(slots.length > 0 ? { slots } : {}),
    ...(sections.length > 0 ? { sections } : {}),
  };
}

/** What the form gives and no section of a structure takes. */
export function untaken(sections: readonly TemplateSection[]): readonly (FactName | 'rest')[] {
  const taken = new Set<FactName | 'rest'>();
  const add = (some: readonly TemplateSection[]): void => {
    for (const { slots = [], sections: inner = [] } of some) {
      for (const slot of slots) {
        if ('fact' in slot) taken.add(slot.fact);
        if ('indicators' in slot && slot.indicators === 'rest') taken.add('rest');
      }
      add(inner);
    }
  };
  add(sections);
  return [...FACTS, 'rest' as const].filter((one) => !taken.has(one));
}
