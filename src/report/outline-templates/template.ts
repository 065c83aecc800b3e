import type { TableScope } from '../../model/table';

/** Facts that come from the table; each becomes paragraphs (`../outline-facts.ts`). */
export const FACTS = [
  'identity',
  'goal',
  'funds',
  'funds-gap',
  'conclusion',
  'level-scores',
  'unmet',
  'over',
] as const;

export type FactName = (typeof FACTS)[number];

/** What only a person can write: each has its text `report.outline.prompt.<name>`. */
export const PROMPTS = [
  'allocation',
  'application',
  'assets',
  'background',
  'delivery',
  'duties',
  'fundsManagement',
  'group',
  'keyWork',
  'measures',
  'openness',
  'other',
  'payment',
  'practice',
  'problems',
  'procedure',
  'process',
  'publication',
  'received',
  'safeguards',
  'supervision',
  'tasks',
] as const;

export type Prompt = (typeof PROMPTS)[number];

export type Slot =
  | { readonly fact: FactName }
  /** Indicators whose level-1 or level-2 name holds one of the words and that no earlier slot took. */
  | { readonly indicators: readonly string[] | 'rest' }
  /** What only a person can write. */
  | { readonly write: Prompt }
  /** The same in the words of who made the structure. */
  | { readonly ask: string };

export interface TemplateSection {
  /** As the structure's source words it, without a number. */
  readonly title: string;
  readonly slots?: readonly Slot[];
  readonly sections?: readonly TemplateSection[];
}

/** `report.outline.cover.<field>`; filled from the table where it has the fact. */
export const COVER_FIELDS = [
  'project',
  'amount',
  'department',
  'year',
  'unit',
  'person',
  'phone',
  'date',
] as const;

export type CoverField = (typeof COVER_FIELDS)[number];

export interface OutlineTemplate {
  readonly id: string;
  /** What a person calls a structure of their own. */
  readonly name?: string;
  readonly title: string;
  readonly kind: TableScope;
  /** Where the order of headings comes from. */
  readonly source: string;
  /** Names of the place by which a form shows that it is of there; absent: of the whole country. */
  readonly places?: readonly string[];
  readonly cover: readonly CoverField[];
  /**
   * In a report over several tables each has a chapter of its own (转移支付 with one chapter a fund);
   * absent: each stands in turn in every section.
   */
  readonly each?: 'chapter';
  readonly sections: readonly TemplateSection[];
}
