import type { Dialect } from './write-dialect';
import { elementAt, isPlainMarkup } from './write-markup';
import type { Splice } from './write-splice';
import { closingTag, findTag, nextTag } from '../xml';

/** What follows `legacyDrawing` in a worksheet (ECMA-376 part 1, §18.3.1.99). */
const AFTER_LEGACY_DRAWING = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'AlternateContent',
  'extLst',
]);

/** Puts a reference to another part at the one place in a worksheet where the schema allows it. */
export function placeInSheet(
  text: string,
  name: 'legacyDrawing',
  id: string,
  dialect: Dialect,
): Splice {
  const data = findTag(text, 'sheetData');
  let at = text.length;
  let prefix = '';
  if (data) {
    prefix = data.prefix;
    let tag = nextTag(text, elementAt(text, data, isPlainMarkup(text)).outer.end);
    while (tag && tag.kind !== 'close' && !AFTER_LEGACY_DRAWING.has(tag.name)) {
      tag = nextTag(text, closingTag(text, tag).end);
    }
    at = tag?.start ?? text.length;
  }
  const markup = `<${prefix}${name} xmlns:r="${dialect.relationships}" r:id="${id}"/>`;
  return { at, end: at, text: markup };
}
