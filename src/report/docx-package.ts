import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/**
 * What the docx library cannot be told about a document: substitutes for its fonts, and properties
 * that are true. Nothing depends on the clock, so that the same report is the same file.
 */

/** The earliest instant a zip entry can carry, in local time as zip stores it. */
const FIXED_ENTRY_TIME = new Date(1980, 0, 1);

export interface FontSubstitute {
  readonly font: string;
  /** One that Windows itself has. */
  readonly other: string;
}

export interface PackageTraits {
  /** Who the document is by; null where nobody knows. */
  readonly author: string | null;
  readonly substitutes: readonly FontSubstitute[];
}

const escaped = (text: string): string =>
  text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** ECMA-376 part 1, 17.8.3.10: 134 is the Chinese character set. */
const fontMarkup = ({ font, other }: FontSubstitute): string =>
  `<w:font w:name="${font}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`;

const withFonts = (table: string, substitutes: readonly FontSubstitute[]): string =>
  table.replace(
    /<w:fonts\b([^>]*?)(?:\/>|>[\s\S]*<\/w:fonts>)/,
    (_, attributes: string) =>
      `<w:fonts${attributes}>${substitutes.map(fontMarkup).join('')}</w:fonts>`,
  );

/** A date of writing that no clock gave would be a lie, so there is none. */
const withAuthor = (core: string, author: string | null): string =>
  core
    .replace(/<(dcterms:created|dcterms:modified|cp:lastModifiedBy)\b[^>]*>[^<]*<\/\1>/g, '')
    .replace(
      /<dc:creator>[^<]*<\/dc:creator>/,
      author === null ? '' : `<dc:creator>${escaped(author)}</dc:creator>`,
    );

const withCompany = (app: string, author: string | null): string =>
  author === null
    ? app
    : app.replace(
        /<Properties\b([^>]*?)\/>/,
        (_, attributes: string) =>
          `<Properties${attributes}><Company>${escaped(author)}</Company></Properties>`,
      );

/** The package with these traits, its parts in the order of their names. */
export function finishDocx(bytes: Uint8Array, { author, substitutes }: PackageTraits): Uint8Array {
  const edits: Readonly<Record<string, (text: string) => string>> = {
    'word/fontTable.xml': (text) => withFonts(text, substitutes),
    'docProps/core.xml': (text) => withAuthor(text, author),
    'docProps/app.xml': (text) => withCompany(text, author),
  };
  const entries: Zippable = {};
  const parts = unzipSync(bytes);
  // `[Content_Types].xml` sorts first, where strict readers look for it.
  for (const path of Object.keys(parts).sort()) {
    const content = parts[path] ?? new Uint8Array();
    const edit = edits[path];
    entries[path] = edit ? strToU8(edit(strFromU8(content))) : content;
  }
  return zipSync(entries, { mtime: FIXED_ENTRY_TIME, level: 6 });
}
