import { valueIn, xmlEvents } from './xml-events';

/** Where on every page a line stands. */
export type MarginKind = 'header' | 'footer';

/** What is printed above or below the text of every page. */
export interface MarginLine {
  readonly kind: MarginKind;
  /** `''` of a part that is damaged. */
  readonly text: string;
}

/** A part that a section names as its header or footer. */
export interface NamedMargin {
  readonly kind: MarginKind;
  /** Of its relationship. */
  readonly id: string;
}

const ON = (tag: string): boolean => !['0', 'false', 'off'].includes(valueIn(tag) ?? '');

/**
 * The headers and footers that pages show, each once: of a first page only where a section has one of
 * its own, of even pages only where the document tells them apart. Word keeps the others in the file.
 */
export function marginsShown(document: string, settings: string | null): readonly NamedMargin[] {
  const found = new Map<string, NamedMargin>();
  const evenApart = [...(settings === null ? [] : xmlEvents(settings, 'word/settings.xml'))].some(
    (event) => event.kind === 'open' && event.name === 'evenAndOddHeaders' && ON(event.tag),
  );
  let named: (NamedMargin & { readonly of: string })[] = [];
  let firstApart = false;
  for (const event of xmlEvents(document, 'word/document.xml')) {
    if (event.kind === 'open' && event.name === 'sectPr') [named, firstApart] = [[], false];
    else if (event.kind === 'open' && event.name === 'titlePg') firstApart = ON(event.tag);
    else if (event.kind === 'open' && /^(?:header|footer)Reference$/.test(event.name)) {
      const kind = event.name === 'headerReference' ? 'header' : 'footer';
      const of = valueIn(event.tag, 'type') ?? 'default';
      named.push({ kind, of, id: valueIn(event.tag, 'id') ?? '' });
    } else if (event.kind === 'close' && event.name === 'sectPr') {
      for (const { kind, of, id } of named) {
        const isShown = of === 'first' ? firstApart : of !== 'even' || evenApart;
        if (isShown) found.set(id, { kind, id });
      }
    }
  }
  return [...found.values()];
}
