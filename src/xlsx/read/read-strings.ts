import { decodeOoxmlString } from '../xml-text';
import { nextTag, textContent, type Span, type XmlTag } from '../xml';

/**
 * The text of a string item (`<si>` or `<is>`): rich runs joined, phonetic guides left out.
 * `tag` is its opening tag; gives the text and the position after the item.
 */
export function readStringItem(
  xml: string,
  tag: XmlTag,
): { readonly text: string; readonly end: number } {
  if (tag.kind === 'empty') return { text: '', end: tag.end };
  let text = '';
  let phonetic = false;
  let open: Span | null = null;
  let at = tag.end;
  for (let next = nextTag(xml, at); next; next = nextTag(xml, at)) {
    at = next.end;
    if (next.name === tag.name && next.kind === 'close') break;
    if (next.name === 'rPh') phonetic = next.kind === 'open';
    if (next.name !== 't' || phonetic) continue;
    if (next.kind === 'open') open = { start: next.end, end: next.end };
    if (next.kind === 'close' && open) {
      text += textContent(xml, { start: open.start, end: next.start });
      open = null;
    }
  }
  return { text: decodeOoxmlString(text), end: at };
}

/** The shared strings in order. The `count` a file states is not believed. */
export function readSharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  for (let tag = nextTag(xml, 0); tag;) {
    if (tag.name === 'si' && tag.kind !== 'close') {
      const item = readStringItem(xml, tag);
      strings.push(item.text);
      tag = nextTag(xml, item.end);
    } else {
      tag = nextTag(xml, tag.end);
    }
  }
  return strings;
}
