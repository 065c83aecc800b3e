import { strFromU8, unzipSync } from 'fflate';
import { parseCellName } from '../../../src/model/grid';
import type { Snapshot } from '../../../src/model/snapshot';
import {
  blankCell,
  bookOf,
  guidOf,
  keyOf,
  sheetNamed,
  type FakeBook,
  type FakeFill,
} from './fake-book';

/**
 * Opens .xlsx bytes in the stand-in, as Excel would: cells by what the file host read, and fills,
 * notes and custom XML parts by a reading of its own, which shares nothing with `src/xlsx`.
 */

type Files = Readonly<Record<string, string>>;

const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex: string | undefined, code: string) =>
      String.fromCodePoint(hex === undefined ? Number(code) : Number.parseInt(hex, 16)),
    )
    .replace(/&amp;/g, '&');

const field = (tag: string, name: string): string | null =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

/** What Excel shows of the colours of its standard theme (Office 2013 on), untinted. */
const THEME = ['FFFFFF', '000000', 'E7E6E6', '44546A', '5B9BD5', 'ED7D31', 'A5A5A5', 'FFC000'];
/** Of the standard palette, what the tests use. */
const PALETTE: Readonly<Record<string, string>> = { '10': 'FF0000', '42': 'CCFFCC' };
const PATTERNS: Readonly<Record<string, string>> = {
  solid: 'Solid',
  lightGray: 'Gray25',
  lightUp: 'LightUp',
};

function colourOf(fill: string, element: string): string {
  const tag = new RegExp(`<${element}\\b[^>]*>`).exec(fill)?.[0] ?? '';
  const rgb = field(tag, 'rgb');
  if (rgb !== null) return `#${rgb.slice(2)}`;
  const theme = field(tag, 'theme');
  const indexed = field(tag, 'indexed');
  const known = theme === null ? PALETTE[indexed ?? ''] : THEME[Number(theme)];
  return known === undefined ? '' : `#${known}`;
}

function fillOf(xml: string): FakeFill | null {
  if (xml.includes('<gradientFill')) {
    return { color: '', pattern: 'LinearGradient', patternColor: '' };
  }
  const pattern = PATTERNS[field(/<patternFill[^>]*>/.exec(xml)?.[0] ?? '', 'patternType') ?? ''];
  if (pattern === undefined) return null;
  return pattern === 'Solid'
    ? { color: colourOf(xml, 'fgColor'), pattern, patternColor: '' }
    : { color: colourOf(xml, 'bgColor'), pattern, patternColor: colourOf(xml, 'fgColor') };
}

/** Fills by the style number of a cell. */
function fillsByStyle(styles: string): readonly (FakeFill | null)[] {
  const list = /<fills[^>]*>([\s\S]*?)<\/fills>/.exec(styles)?.[1] ?? '';
  const fills = [...list.matchAll(/<fill>[\s\S]*?<\/fill>|<fill\/>/g)].map(([xml]) => fillOf(xml));
  const xfs = /<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(styles)?.[1] ?? '';
  return [...xfs.matchAll(/<xf\b[^>]*>/g)].map(
    ([tag]) => fills[Number(field(tag, 'fillId') ?? 0)] ?? null,
  );
}

/** Targets of a part's relationships, as names of parts, by what their type ends with. */
function related(files: Files, part: string, type: string): readonly (readonly [string, string])[] {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash);
  const rels = files[`${folder}/_rels/${part.slice(slash + 1)}.rels`] ?? '';
  return [...rels.matchAll(/<Relationship\b[^>]*>/g)].flatMap(([tag]) => {
    if (!(field(tag, 'Type') ?? '').endsWith(`/${type}`)) return [];
    const target = field(tag, 'Target') ?? '';
    const url = new URL(target, `file:///${folder}/`);
    return [[field(tag, 'Id') ?? '', url.pathname.slice(1)] as const];
  });
}

export function openInExcel(bytes: Uint8Array, read: Snapshot): FakeBook {
  const files: Files = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );
  const book = bookOf(read);
  const styles = fillsByStyle(files['xl/styles.xml'] ?? '');
  const sheetParts = new Map(related(files, 'xl/workbook.xml', 'worksheet'));
  for (const [tag] of (files['xl/workbook.xml'] ?? '').matchAll(/<sheet\b[^>]*>/g)) {
    const sheet = sheetNamed(book, unescaped(field(tag, 'name') ?? ''));
    const part = sheetParts.get(field(tag, 'r:id') ?? '') ?? '';
    for (const [cell] of (files[part] ?? '').matchAll(/<c\b[^>]*>/g)) {
      const place = parseCellName(field(cell, 'r') ?? '');
      const fill = styles[Number(field(cell, 's') ?? 0)] ?? null;
      if (!place || !fill) continue;
      const key = keyOf(place.row, place.column);
      sheet.cells.set(key, { ...(sheet.cells.get(key) ?? blankCell()), fill: { ...fill } });
    }
    for (const [, name] of related(files, part, 'comments')) {
      const xml = files[name] ?? '';
      const authors = [...xml.matchAll(/<author>([\s\S]*?)<\/author>/g)].map((m) => m[1] ?? '');
      for (const [, head = '', text = ''] of xml.matchAll(
        /<comment\b([^>]*)>([\s\S]*?)<\/comment>/g,
      )) {
        const content = [...text.matchAll(/<t\b[^>]*>([\s\S]*?)<\/t>/g)].map((m) => m[1] ?? '');
        sheet.notes.set(field(head, 'ref') ?? '', {
          author: unescaped(authors[Number(field(head, 'authorId') ?? 0)] ?? ''),
          content: unescaped(content.join('')),
        });
      }
    }
  }
  for (const [, name] of related(files, 'xl/workbook.xml', 'customXml')) {
    const xml = (files[name] ?? '').replace(/^<\?xml[^>]*\?>\s*/, '');
    book.parts.push({ id: guidOf(book.nextId++), xml });
  }
  return book;
}
