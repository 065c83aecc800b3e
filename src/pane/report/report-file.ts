import { Failure, isFailure } from '../../model/failure';
import {
  CUSTOM_PROPERTIES,
  markIn,
  withCustomProperties,
  withMark,
} from '../../report/keep/docx-mark';
import { readDocxBody, writeDocxBody } from '../../report/keep/docx-report';
import type { MergedLine } from '../../report/keep/keep-written';
import type { ReportMark } from '../../report/keep/mark';
import { readMarkdownReport } from '../../report/keep/markdown-report';
import type { WrittenReport } from '../../report/keep/written-report';
import { withComments, type Remark } from '../../report/text/comments/docx-comments';
import { docxParagraphs, marginLines, type DocxParts } from '../../report/text/document/docx';
import { htmlParagraphs, isHtml } from '../../report/text/document/html';
import { layoutOf, type LayoutFact } from '../../report/text/document/layout';
import { marginsShown, type MarginLine } from '../../report/text/document/margins';
import { readReport, type ReportText } from '../../report/text/read-report';
import { hasPart, openPackage, readPartText, type Inflate, type Package } from '../../xlsx/package';
import { writePackage, type Deflate } from '../../xlsx/write/write-package';
import { relsPartOf } from '../../xlsx/part-paths';
import { encodeText } from '../../xlsx/part-text';
import { decodeText } from './decode-text';
import { asReport, isEncryptedDocx } from './report-faults';
import { beside, withCommentsNamed, wordParts, type WordParts } from './word-parts';

const CONTENT_TYPES = '[Content_Types].xml';
const RELATIONS = '_rels/.rels';

export interface DocxFile {
  readonly format: 'docx';
  /** Its path as people know it. */
  readonly shown: string;
  readonly pkg: Package;
  readonly parts: WordParts;
  readonly documentXml: string;
}

/** A report's file, opened. */
export type ReportFile = DocxFile | { readonly format: 'text'; readonly text: string };

/** A program's own ways with deflated data, where it has faster ones. */
export interface Zlib {
  readonly inflate?: Inflate;
  readonly deflate?: Deflate;
}

/**
 * Told apart by the bytes: a .docx is a zip whatever its name. `shown` is the path as people know it.
 * @throws Failure `report-not-text`, `report-old-format`, `report-other-format`, and those of
 *   `asReport`.
 */
export function openReport(bytes: Uint8Array, shown: string, zlib: Zlib = {}): ReportFile {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return asReport(shown, () => openDocx(bytes, shown, zlib));
  }
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    const code = isEncryptedDocx(bytes) ? 'report-encrypted' : 'report-old-format';
    throw new Failure(code, { path: shown });
  }
  const head = String.fromCharCode(...bytes.subarray(0, 5));
  const other = OTHERS.find(([mark]) => head.startsWith(mark));
  if (other) throw new Failure('report-other-format', { path: shown, format: other[1] });
  return { format: 'text', text: decodeText(bytes, shown) };
}

function openDocx(bytes: Uint8Array, shown: string, zlib: Zlib): DocxFile {
  const pkg = openPackage(bytes, zlib);
  const parts = wordParts(pkg);
  const documentXml = parts && readPartText(pkg, parts.document);
  // A workbook and slides are such packages, too.
  if (!parts || !documentXml || !/<(?:[\w.-]+:)?document(?=[\s>])/.test(documentXml)) {
    throw new Failure('report-not-text', { path: shown });
  }
  // What is cut off would be read as far as it goes, and the rest called missing.
  if (!/<\/(?:[\w.-]+:)?document\s*>/.test(documentXml)) {
    throw new Failure('report-damaged', { path: shown });
  }
  return { format: 'docx', shown, pkg, parts, documentXml };
}

/** Formats that are known and not read, by how their files begin. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['%PDF', 'PDF'],
  ['{\\rtf', 'RTF'],
];

/** The parts of a .docx that say its text. */
function docxParts({ pkg, parts, documentXml }: DocxFile): DocxParts {
  const part = (kind: string): string | null => {
    const path = parts.of(kind)[0] ?? beside(parts.document, `${kind}.xml`);
    return hasPart(pkg, path) ? readPartText(pkg, path) : null;
  };
  return {
    document: documentXml,
    styles: part('styles'),
    numbering: part('numbering'),
    footnotes: part('footnotes'),
  };
}

/**
 * A report's text, whatever its file is.
 * @throws Failure `report-empty`, and those of `asReport`.
 */
export function reportOf(file: ReportFile, shown: string): ReportText {
  const report =
    file.format === 'docx'
      ? asReport(shown, () => readReport(docxParagraphs(docxParts(file)), marginsOf(file)))
      : readReport(isHtml(file.text) ? htmlParagraphs(file.text) : file.text);
  if (report.paragraphs.length === 0) throw new Failure('report-empty', { path: shown });
  return report;
}

/** What the pages show above and below the text, which can be read without a part that is damaged. */
function marginsOf({ pkg, parts, documentXml }: DocxFile): readonly MarginLine[] {
  const settings = parts.of('settings')[0];
  const shown = marginsShown(
    documentXml,
    settings === undefined ? null : unlessDamaged(() => readPartText(pkg, settings), null),
  );
  return (['header', 'footer'] as const).flatMap((kind) => {
    const ids = new Set(shown.flatMap((one) => (one.kind === kind ? [one.id] : [])));
    const texts = parts
      .of(kind, ids)
      .flatMap((path) => unlessDamaged(() => marginLines(readPartText(pkg, path)), ['']));
    return [...new Set(texts)].map((text) => ({ kind, text }));
  });
}

function unlessDamaged<Read>(read: () => Read, otherwise: Read): Read {
  try {
    return read();
  } catch (reason) {
    if (isFailure(reason)) return otherwise;
    throw reason;
  }
}

/** How a report of this name writes its signs. */
export const formatOf = (name: string): 'markdown' | 'text' =>
  /\.md$/i.test(name) ? 'markdown' : 'text';

/**
 * How a report is laid out; null for what is no .docx, and where a part that says it is damaged.
 */
export function layoutOfFile(file: ReportFile): readonly LayoutFact[] | null {
  if (file.format !== 'docx') return null;
  const { document, styles } = docxParts(file);
  const margins = [...file.parts.of('header'), ...file.parts.of('footer')];
  try {
    // As they were before a tracked change says nothing of how they are.
    const now = document.replace(/<w:([pr])PrChange\b[\s\S]*?<\/w:\1PrChange>/g, '');
    const parts = margins.map((path) => readPartText(file.pkg, path));
    return layoutOf({ document: now, styles, margins: parts });
  } catch (reason) {
    // It is for information alone: the report is checked all the same.
    if (isFailure(reason)) return null;
    throw reason;
  }
}

const AUTHOR = '绩效自评助手';

/**
 * A copy of a .docx with a comment at the words of each remark; all else in the file stays as it is,
 * byte for byte, but for what must name a part of comments where there was none.
 * @throws Failure those of `asReport`.
 */
export const commentedDocx = (
  file: DocxFile,
  remarks: readonly Remark[],
  zlib: Zlib = {},
): Uint8Array => asReport(file.shown, () => withRemarks(file, remarks, zlib));

function withRemarks(file: DocxFile, remarks: readonly Remark[], zlib: Zlib): Uint8Array {
  const { pkg, parts, documentXml } = file;
  const [had] = parts.of('comments');
  const { document, comments } = withComments(
    {
      document: documentXml,
      comments: had === undefined ? null : readPartText(pkg, had),
      paragraphs: reportOf(file, file.shown).paragraphs,
    },
    remarks,
    AUTHOR,
  );
  const changes = new Map([
    [parts.document, encodeText(document)],
    [had ?? beside(parts.document, 'comments.xml'), encodeText(comments)],
  ]);
  if (had === undefined) {
    const rels = relsPartOf(parts.document);
    const named = withCommentsNamed(parts, {
      contentTypes: readPartText(pkg, CONTENT_TYPES),
      relations: hasPart(pkg, rels) ? readPartText(pkg, rels) : null,
    });
    changes.set(CONTENT_TYPES, encodeText(named.contentTypes));
    changes.set(rels, encodeText(named.relations));
  }
  return writePackage(pkg, changes, zlib);
}

/**
 * What stands in a report's file, in pieces, with the mark this tool left.
 * @throws Failure those of `asReport`.
 */
export function readWritten(file: ReportFile): WrittenReport {
  if (file.format === 'text') return readMarkdownReport(file.text);
  const { pkg, documentXml } = file;
  return asReport(file.shown, () => ({
    blocks: readDocxBody(documentXml).blocks,
    mark: hasPart(pkg, CUSTOM_PROPERTIES) ? markIn(readPartText(pkg, CUSTOM_PROPERTIES)) : null,
  }));
}

/**
 * A person's .docx with the merged lines in its body; all else in the file (pictures, headers,
 * styles, comments) stays as it is.
 */
export async function mergedDocx(
  { pkg, parts: { document }, documentXml }: DocxFile,
  lines: readonly MergedLine[],
  mark: ReportMark,
  zlib: Zlib = {},
): Promise<Uint8Array> {
  const { reportDocx } = await import('../../report/outline-docx');
  const own = openPackage(await reportDocx(lines.map(({ line }) => line)), zlib);
  const fresh = readDocxBody(readPartText(own, 'word/document.xml')).blocks;
  const sources = lines.map(({ source }, index) => source ?? fresh[index]?.source ?? '');
  const changes = new Map([
    [document, encodeText(writeDocxBody(readDocxBody(documentXml), sources))],
  ]);
  if (hasPart(pkg, CUSTOM_PROPERTIES)) {
    changes.set(
      CUSTOM_PROPERTIES,
      encodeText(withMark(readPartText(pkg, CUSTOM_PROPERTIES), mark)),
    );
  } else {
    const parts = withCustomProperties(
      readPartText(pkg, CONTENT_TYPES),
      readPartText(pkg, RELATIONS),
    );
    changes.set(CUSTOM_PROPERTIES, encodeText(withMark(null, mark)));
    changes.set(CONTENT_TYPES, encodeText(parts.contentTypes));
    changes.set(RELATIONS, encodeText(parts.relations));
  }
  return writePackage(pkg, changes, zlib);
}
