import { readMark, writeMark, type ReportMark } from './mark';

/** Names of the custom document properties that hold the mark, in parts as long as Word keeps them. */
const NAME = 'jixiao-report';
const LONGEST = 240;

export const CUSTOM_PROPERTIES = 'docProps/custom.xml';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
const RELATION =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties';
const EMPTY =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"></Properties>';
const FORMAT = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/** The mark as custom document properties, in order. */
export function markProperties(mark: ReportMark): { name: string; value: string }[] {
  const text = writeMark(mark);
  const count = Math.ceil(text.length / LONGEST);
  return Array.from({ length: count }, (_, index) => ({
    name: `${NAME}-${index + 1}`,
    value: text.slice(index * LONGEST, (index + 1) * LONGEST),
  }));
}

const PROPERTY = /<property\b[^>]*?\bname="jixiao-report-(\d+)"[^>]*>([\s\S]*?)<\/property>/g;

/** The mark in `docProps/custom.xml`; null where there is none or only part of one. */
export function markIn(customXml: string): ReportMark | null {
  const parts = [...customXml.matchAll(PROPERTY)]
    .map(([, number, content = '']) => ({
      number: Number(number),
      text: content.replace(/<[^>]*>/g, ''),
    }))
    .sort((a, b) => a.number - b.number);
  return readMark(parts.map(({ text }) => text).join(''));
}

/** `docProps/custom.xml` (null where there is none yet) with this mark in place of any other. */
export function withMark(customXml: string | null, mark: ReportMark): string {
  const left = (customXml ?? EMPTY)
    .replace(PROPERTY, '')
    .replace(/<Properties\b([^>]*)\/>/, '<Properties$1></Properties>');
  const taken = [...left.matchAll(/\bpid="(\d+)"/g)].map((match) => Number(match[1]));
  const first = Math.max(1, ...taken) + 1;
  const added = markProperties(mark).map(
    ({ name, value }, index) =>
      `<property fmtid="${FORMAT}" pid="${first + index}" name="${name}"><vt:lpwstr xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${value}</vt:lpwstr></property>`,
  );
  return left.replace(/<\/Properties>\s*$/, `${added.join('')}</Properties>`);
}

/** `[Content_Types].xml` and `_rels/.rels` of a document that had no custom properties. */
export const withCustomProperties = (
  contentTypes: string,
  relations: string,
): { readonly contentTypes: string; readonly relations: string } => ({
  contentTypes: contentTypes.replace(
    '</Types>',
    `<Override PartName="/${CUSTOM_PROPERTIES}" ContentType="${CONTENT_TYPE}"/></Types>`,
  ),
  relations: relations.replace(
    '</Relationships>',
    `<Relationship Id="jixiaoCustom" Type="${RELATION}" Target="${CUSTOM_PROPERTIES}"/></Relationships>`,
  ),
});
