import type { BorderLook, CellLook } from '../../model/look';
import { readFormats } from '../read/read-formats';
import { colourReader, type ReadColour } from './view-colours';
import { rawAttribute } from '../write/write-markup';
import { attribute, childElements, findElement, isTrue, type XmlElement } from '../xml';

export const PLAIN_LOOK: CellLook = {
  font: null,
  size: null,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  colour: null,
  fill: null,
  horizontal: null,
  vertical: null,
  wrap: false,
  indent: 0,
  format: null,
  top: null,
  right: null,
  bottom: null,
  left: null,
};

type FontLook = Pick<
  CellLook,
  'font' | 'size' | 'bold' | 'italic' | 'underline' | 'strike' | 'colour'
>;
type BorderLooks = Pick<CellLook, 'top' | 'right' | 'bottom' | 'left'>;
type AlignmentLook = Pick<CellLook, 'horizontal' | 'vertical' | 'wrap' | 'indent'>;

function listOf(styles: string, name: string): readonly XmlElement[] {
  const list = findElement(styles, name);
  return list ? [...childElements(styles, list.inner)] : [];
}

function fontLook(styles: string, element: XmlElement, colour: ReadColour): FontLook {
  let look: FontLook = PLAIN_LOOK;
  for (const { tag } of childElements(styles, element.inner)) {
    const value = attribute(styles, tag, 'val');
    const isOn = value === null || isTrue(value);
    if (tag.name === 'name') look = { ...look, font: value };
    else if (tag.name === 'sz') {
      const size = Number(value);
      look = { ...look, size: size > 0 && size <= 409 ? size : null };
    } else if (tag.name === 'b') look = { ...look, bold: isOn };
    else if (tag.name === 'i') look = { ...look, italic: isOn };
    else if (tag.name === 'u') look = { ...look, underline: value !== 'none' };
    else if (tag.name === 'strike') look = { ...look, strike: isOn };
    else if (tag.name === 'color') look = { ...look, colour: colour(styles, tag) };
  }
  const { font, size, bold, italic, underline, strike, colour: ink } = look;
  return { font, size, bold, italic, underline, strike, colour: ink };
}

/** How much of a pattern is its foreground; the rest is background (ECMA-376 part 1, §18.18.55). */
const PATTERN_SHARE: Readonly<Record<string, number>> = {
  solid: 1,
  darkGray: 0.75,
  mediumGray: 0.5,
  lightGray: 0.25,
  gray125: 0.125,
  gray0625: 0.0625,
};

/** A pattern is shown as the even colour it makes from afar; a gradient as its first colour. */
function fillLook(styles: string, element: XmlElement, colour: ReadColour): string | null {
  for (const child of childElements(styles, element.inner)) {
    const { name } = child.tag;
    if (name === 'gradientFill') {
      for (const stop of childElements(styles, child.inner)) {
        for (const { tag } of childElements(styles, stop.inner)) return colour(styles, tag);
      }
      return null;
    }
    if (name !== 'patternFill') continue;
    const pattern = rawAttribute(styles, child.tag, 'patternType') ?? 'none';
    if (pattern === 'none') return null;
    let [front, back]: [string | null, string | null] = [null, null];
    for (const { tag } of childElements(styles, child.inner)) {
      if (tag.name === 'fgColor') front = colour(styles, tag);
      if (tag.name === 'bgColor') back = colour(styles, tag);
    }
    return mixed(front ?? '#000000', back ?? '#ffffff', PATTERN_SHARE[pattern] ?? 0.5);
  }
  return null;
}

function mixed(front: string, back: string, share: number): string {
  const at = (colour: string, index: number): number =>
    Number.parseInt(colour.slice(1 + 2 * index, 3 + 2 * index), 16);
  return `#${[0, 1, 2]
    .map((index) => Math.round(at(front, index) * share + at(back, index) * (1 - share)))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
}

/** Line styles of §18.18.3 by the nearest of ours. */
const LINES: Readonly<Record<string, BorderLook['style']>> = {
  hair: 'hair',
  thin: 'thin',
  medium: 'medium',
  thick: 'thick',
  double: 'double',
  dotted: 'dotted',
  dashed: 'dashed',
  mediumDashed: 'dashed',
  dashDot: 'dashed',
  mediumDashDot: 'dashed',
  dashDotDot: 'dashed',
  mediumDashDotDot: 'dashed',
  slantDashDot: 'dashed',
};

const SIDES: Readonly<Record<string, keyof BorderLooks>> = {
  top: 'top',
  bottom: 'bottom',
  left: 'left',
  right: 'right',
  start: 'left',
  end: 'right',
};

function borderLook(styles: string, element: XmlElement, colour: ReadColour): BorderLooks {
  const looks: Record<keyof BorderLooks, BorderLook | null> = {
    top: null,
    right: null,
    bottom: null,
    left: null,
  };
  for (const child of childElements(styles, element.inner)) {
    const side = SIDES[child.tag.name];
    const style = LINES[rawAttribute(styles, child.tag, 'style') ?? 'none'];
    if (side === undefined || style === undefined) continue;
    let ink: string | null = null;
    for (const { tag } of childElements(styles, child.inner)) {
      if (tag.name === 'color') ink = colour(styles, tag);
    }
    looks[side] = { style, colour: ink ?? '#000000' };
  }
  return looks;
}

const HORIZONTAL: Readonly<Record<string, CellLook['horizontal']>> = {
  left: 'left',
  center: 'center',
  right: 'right',
  justify: 'justify',
  fill: 'left',
  centerContinuous: 'center',
  distributed: 'justify',
};

const VERTICAL: Readonly<Record<string, CellLook['vertical']>> = {
  top: 'top',
  center: 'middle',
  bottom: 'bottom',
  justify: 'middle',
  distributed: 'middle',
};

function alignmentLook(styles: string, format: XmlElement): AlignmentLook {
  for (const { tag } of childElements(styles, format.inner)) {
    if (tag.name !== 'alignment') continue;
    const indent = Number(rawAttribute(styles, tag, 'indent') ?? '0');
    return {
      horizontal: HORIZONTAL[rawAttribute(styles, tag, 'horizontal') ?? ''] ?? null,
      vertical: VERTICAL[rawAttribute(styles, tag, 'vertical') ?? ''] ?? null,
      wrap: isTrue(rawAttribute(styles, tag, 'wrapText') ?? ''),
      indent: indent > 0 && indent <= 250 ? Math.round(indent) : 0,
    };
  }
  return { horizontal: null, vertical: null, wrap: false, indent: 0 };
}

const NO_BORDERS: BorderLooks = { top: null, right: null, bottom: null, left: null };

/** How each cell format of a workbook looks, by its index; at least one. */
export function readLooks(styles: string | null, theme: string | null): readonly CellLook[] {
  if (styles === null) return [PLAIN_LOOK];
  const colour = colourReader(styles, theme);
  const fonts = listOf(styles, 'fonts').map((element) => fontLook(styles, element, colour));
  const fills = listOf(styles, 'fills').map((element) => fillLook(styles, element, colour));
  const borders = listOf(styles, 'borders').map((element) => borderLook(styles, element, colour));
  const formats = readFormats(styles);
  const looks = listOf(styles, 'cellXfs').map((element, index): CellLook => {
    const id = (name: string): number => Number(rawAttribute(styles, element.tag, name) ?? '0');
    return {
      ...PLAIN_LOOK,
      ...fonts[id('fontId')],
      ...(borders[id('borderId')] ?? NO_BORDERS),
      ...alignmentLook(styles, element),
      fill: fills[id('fillId')] ?? null,
      format: formats[index] ?? null,
    };
  });
  return looks.length > 0 ? looks : [PLAIN_LOOK];
}
