import { patternMarkup } from '../../changes/fill-memory';
import type { ReadColour } from '../view/view-colours';
import { rawAttribute } from './write-markup';
import { findElement } from '../xml';

/** What an automatic colour is: black on white. */
const AUTOMATIC = { fgColor: '#000000', bgColor: '#ffffff' } as const;

const isPlain = (text: string): boolean => !/\s(?:theme|indexed|auto)="/.test(text);

/**
 * A `<fill>` with the colours of the theme and the palette as RGB, for programs that can put back no
 * others; null where it says RGB already, and for a gradient, which cannot be put back so.
 */
export function plainFill(fill: string, readColour: ReadColour): string | null {
  const pattern = findElement(fill, 'patternFill');
  if (!pattern) return null;
  const type = rawAttribute(fill, pattern.tag, 'patternType') ?? 'none';
  const fore = findElement(fill, 'fgColor');
  const back = findElement(fill, 'bgColor');
  const isSolid = type === 'solid';
  const needed = isSolid ? [fore] : [fore, back];
  const said = needed.every(
    (one) => one !== null && isPlain(fill.slice(one.tag.start, one.tag.end)),
  );
  if (type === 'none' || said) return null;
  const colour = (one: typeof fore, name: keyof typeof AUTOMATIC): string =>
    (one && readColour(fill, one.tag)) ?? AUTOMATIC[name];
  return patternMarkup(type, colour(fore, 'fgColor'), colour(back, 'bgColor'));
}
