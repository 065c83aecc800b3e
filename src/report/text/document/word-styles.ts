import type { HeadingStyle } from '../read-report';
import { valueIn, xmlEvents } from './xml-events';

/** What a paragraph style says of its paragraphs. */
export interface WordStyle {
  readonly level: HeadingStyle | null;
  readonly numbering: { readonly id: string; readonly depth: number } | null;
}

interface RawStyle {
  id: string;
  name: string;
  basedOn: string | null;
  outline: number | null;
  numberId: string | null;
  depth: number;
}

const MOST_BASES = 10;

/** Outline levels 0…3 are our four; deeper ones count as the fourth. */
export const headingLevel = (outline: number): HeadingStyle | null =>
  outline < 0 || outline > 8 ? null : outline >= 3 ? 4 : outline === 2 ? 3 : outline === 1 ? 2 : 1;

/** The paragraph styles of `word/styles.xml` by their ids, what they are based on taken in. */
export function wordStyles(stylesXml: string | null): ReadonlyMap<string, WordStyle> {
  const raw = new Map<string, RawStyle>();
  if (stylesXml === null) return new Map();
  let open: RawStyle | null = null;
  for (const event of xmlEvents(stylesXml, 'word/styles.xml')) {
    if (event.kind === 'open' && event.name === 'style') {
      open = {
        id: valueIn(event.tag, 'styleId') ?? '',
        name: '',
        basedOn: null,
        outline: null,
        numberId: null,
        depth: 0,
      };
      raw.set(open.id, open);
    } else if (event.kind === 'close' && event.name === 'style') open = null;
    else if (event.kind === 'open' && open) takeProperty(open, event.name, event.tag);
  }
  return new Map([...raw.keys()].map((id) => [id, resolved(raw, id)]));
}

function takeProperty(style: RawStyle, name: string, tag: string): void {
  const value = valueIn(tag);
  if (name === 'name') style.name = value ?? '';
  else if (name === 'basedOn') style.basedOn = value;
  else if (name === 'outlineLvl') style.outline = Number(value);
  else if (name === 'numId') style.numberId = value;
  else if (name === 'ilvl') style.depth = Number(value);
}

const BY_NAME = /^(?:heading|标题)\s*(\d)$/i;

function resolved(raw: ReadonlyMap<string, RawStyle>, id: string): WordStyle {
  let level: HeadingStyle | null = null;
  let numbering: WordStyle['numbering'] = null;
  let style = raw.get(id);
  for (let step = 0; style && step < MOST_BASES; step += 1) {
    const named = Number(BY_NAME.exec(style.name)?.[1] ?? Number.NaN);
    level ??= headingLevel(style.outline ?? (Number.isNaN(named) ? -1 : named - 1));
    if (style.numberId !== null) numbering ??= { id: style.numberId, depth: style.depth };
    style = style.basedOn === null ? undefined : raw.get(style.basedOn);
  }
  return { level, numbering };
}
