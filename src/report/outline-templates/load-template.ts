import {
  either,
  fits,
  listOf,
  misfit,
  only,
  optional,
  parseJson,
  placeText,
  record,
  text,
  type Shape,
} from '../../model/decode';
import { Failure } from '../../model/failure';
import { OUTLINE_TEMPLATES } from '.';
import {
  COVER_FIELDS,
  FACTS,
  PROMPTS,
  type OutlineTemplate,
  type Slot,
  type TemplateSection,
} from './template';

/** What stands in one line of a structure's text between its signs. */
const words = text({ pattern: /^(?!\s)(?!.*\s$)[^\r\n\u2028\u2029〔〕｜]+$/, most: 200 });
/** One of several that a line lists. */
const listedWords = text({
  pattern: /^(?!\s)(?!.*\s$)[^\r\n\u2028\u2029〔〕｜、,，]+$/,
  most: 200,
});

const SLOT: Shape<Slot> = either(
  record({ fact: only(...FACTS) }),
  record({ indicators: either(only('rest'), listOf(listedWords, { least: 1, most: 50 })) }),
  record({ write: only(...PROMPTS) }),
  record({ ask: words }),
);

/** Reports number four levels of headings (GB/T 9704—2012, 7.3.3). */
const DEEPEST = 4;

/** Headings that lie too deep: there may be none. */
const NONE: Shape<readonly TemplateSection[]> = { kind: 'list', item: words, most: 0 };

const sectionsAt = (depth: number): Shape<readonly TemplateSection[]> =>
  listOf(
    record<TemplateSection>({
      title: words,
      slots: optional(listOf(SLOT, { most: 50 })),
      sections: optional(depth < DEEPEST ? sectionsAt(depth + 1) : NONE),
    }),
    { most: 99 },
  );

export const TEMPLATE: Shape<OutlineTemplate> = record<OutlineTemplate>({
  id: text({ pattern: /^[\w.-]+$/, most: 80 }),
  name: optional(words),
  title: words,
  kind: only('project', 'unit', 'transfer'),
  source: text({ most: 2000 }),
  places: optional(listOf(words, { most: 100 })),
  cover: listOf(only(...COVER_FIELDS), { most: COVER_FIELDS.length }),
  each: optional(only('chapter')),
  sections: sectionsAt(1),
});

/**
 * Reads the structure of a report that a person made.
 * @throws Failure `template-invalid` with the path of the first key that is unknown, missing or out
 *   of range; of `id` where a shipped structure has it, of `sections` where there are none.
 */
export function loadTemplate(json: unknown): OutlineTemplate {
  if (!fits(TEMPLATE, json)) return invalid(placeText(misfit(TEMPLATE, json) ?? []) || '$');
  if (json.sections.length === 0) return invalid('sections');
  if (OUTLINE_TEMPLATES.some(({ id }) => id === json.id)) return invalid('id');
  return json;
}

/**
 * A structure as a file has it.
 * @throws Failure as `loadTemplate`; `template-invalid` also where it is no JSON
 */
export const templateIn = (content: string): OutlineTemplate => loadTemplate(parseJson(content));

export const templateText = (template: OutlineTemplate): string =>
  `${JSON.stringify(template, null, 2)}\n`;

function invalid(path: string): never {
  throw new Failure('template-invalid', { path });
}
