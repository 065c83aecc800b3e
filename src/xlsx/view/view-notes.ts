import { parseCellName } from '../../model/grid';
import type { NoteLook } from '../../model/look';
import { closeOf, isPlainMarkup, rawAttribute } from '../write/write-markup';
import { decodeOoxmlString } from '../xml-text';
import { nextTag, textContent } from '../xml';

/** The notes of a comments part (ECMA-376 part 1, §18.7); phonetic hints are not part of a text. */
export function readNotes(text: string): readonly NoteLook[] {
  const plain = isPlainMarkup(text);
  const notes: NoteLook[] = [];
  let open: { readonly cell: NoteLook['cell']; readonly pieces: string[] } | null = null;
  for (let tag = nextTag(text, 0); tag;) {
    let next = tag.end;
    if (tag.name === 'comment') {
      if (open) notes.push({ cell: open.cell, text: open.pieces.join('') });
      const cell = tag.kind === 'open' ? parseCellName(rawAttribute(text, tag, 'ref') ?? '') : null;
      open = cell && { cell, pieces: [] };
    } else if (tag.kind === 'open' && (tag.name === 't' || tag.name === 'rPh')) {
      const close = closeOf(text, tag, plain);
      next = close.end;
      if (tag.name === 't') {
        const piece = textContent(text, { start: tag.end, end: close.start });
        open?.pieces.push(decodeOoxmlString(piece).replace(/\r\n?/g, '\n'));
      }
    }
    tag = nextTag(text, next);
  }
  return notes;
}
