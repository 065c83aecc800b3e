import type { SheetStyle } from '../../model/patch';
import { styleItem, TONE_COLOURS, type StyleBook } from './styles';
import { attributesOf, childElements, rootElement } from '../xml';

interface FontLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Points more than the workbook's default font. */
  readonly larger?: number;
  readonly colour?: string;
}

interface Look {
  readonly font: FontLook;
  readonly fill: string | null;
  readonly border: boolean;
  /** `general`: text left, numbers right. */
  readonly horizontal: 'general' | 'left' | 'center' | 'right';
  readonly wrap: boolean;
  /** Built-in number format (ECMA-376 part 1, §18.8.30): 0 General, 10 `0.00%`. */
  readonly numberFormat: 0 | 10;
}

/** Points a title is larger than the default font. */
export const TITLE_LARGER = 5;

const HEADER_FILL = 'FFD9E2EC';
const TOTAL_FILL = 'FFF2F2F2';
const LINE_COLOUR = 'FFA6A6A6';
const LINK_COLOUR = 'FF0563C1';
const QUIET_COLOUR = 'FF595959';

const body: Look = {
  font: {},
  fill: null,
  border: true,
  horizontal: 'left',
  wrap: true,
  numberFormat: 0,
};

const LOOKS: Readonly<Record<SheetStyle, Look>> = {
  title: {
    ...body,
    font: { bold: true, larger: TITLE_LARGER },
    border: false,
    horizontal: 'center',
  },
  heading: { ...body, font: { bold: true, larger: 1 }, border: false },
  header: { ...body, font: { bold: true }, fill: HEADER_FILL, horizontal: 'center' },
  text: body,
  number: { ...body, horizontal: 'right', wrap: false },
  percent: { ...body, horizontal: 'right', wrap: false, numberFormat: 10 },
  total: { ...body, font: { bold: true }, fill: TOTAL_FILL, horizontal: 'general' },
  error: { ...body, fill: TONE_COLOURS.error },
  warning: { ...body, fill: TONE_COLOURS.warning },
  info: { ...body, fill: TONE_COLOURS.info },
  link: { ...body, font: { underline: true, colour: LINK_COLOUR } },
  note: { ...body, font: { colour: QUIET_COLOUR }, border: false },
};

/** Order of a font's children that Excel insists on (ECMA-376 part 1, §18.8.22 as Excel writes it). */
const FONT_TAIL = ['name', 'family', 'charset', 'scheme'];

interface BaseFont {
  readonly size: number;
  /** `<name/>`, `<family/>`, `<charset/>`, `<scheme/>` as the default font has them. */
  readonly tail: string;
}

/** Size and typeface of the workbook's default font, which a new sheet is to look like. */
function baseFont(book: StyleBook): BaseFont {
  const text = book.lists.fonts.items[0] ?? book.lists.fonts.added[0];
  if (text === undefined) return { size: 11, tail: '' };
  const children = [...childElements(text, rootElement(text).inner)];
  const valueOf = (name: string): string | null => {
    const child = children.find(({ tag }) => tag.name === name);
    if (!child) return null;
    for (const found of attributesOf(text, child.tag)) {
      if (found.name === 'val') return text.slice(found.value.start, found.value.end);
    }
    return null;
  };
  const tail = FONT_TAIL.map((name) => {
    const value = valueOf(name);
    return value === null ? '' : `<${book.prefix}${name} val="${value}"/>`;
  }).join('');
  const size = Number(valueOf('sz') ?? '11');
  return { size: size > 0 && size < 100 ? size : 11, tail };
}

function fontMarkup(book: StyleBook, look: FontLook): string {
  const p = book.prefix;
  const base = baseFont(book);
  const marks = [look.bold ? `<${p}b/>` : '', look.italic ? `<${p}i/>` : ''].join('');
  const underline = look.underline ? `<${p}u/>` : '';
  const size = `<${p}sz val="${base.size + (look.larger ?? 0)}"/>`;
  const colour = `<${p}color rgb="${look.colour ?? 'FF000000'}"/>`;
  return `<${p}font>${marks}${underline}${size}${colour}${base.tail}</${p}font>`;
}

function borderMarkup(p: string): string {
  const side = (name: string): string =>
    `<${p}${name} style="thin"><${p}color rgb="${LINE_COLOUR}"/></${p}${name}>`;
  const sides = ['left', 'right', 'top', 'bottom'].map(side).join('');
  return `<${p}border>${sides}<${p}diagonal/></${p}border>`;
}

/** The cell format of one of our styles; the same at every run. */
export function sheetFormat(book: StyleBook, style: SheetStyle): number {
  const look = LOOKS[style];
  const p = book.prefix;
  const fontId = styleItem(book, 'fonts', fontMarkup(book, look.font));
  const fill =
    look.fill === null
      ? `<${p}fill><${p}patternFill patternType="none"/></${p}fill>`
      : `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${look.fill}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
  const fillId = look.fill === null ? 0 : styleItem(book, 'fills', fill);
  const borderId = look.border ? styleItem(book, 'borders', borderMarkup(p)) : 0;
  const alignment = `<${p}alignment horizontal="${look.horizontal}" vertical="center"${look.wrap ? ' wrapText="1"' : ''}/>`;
  const named = book.children.some(({ tag }) => tag.name === 'cellStyleXfs') ? ' xfId="0"' : '';
  return styleItem(
    book,
    'cellXfs',
    `<${p}xf numFmtId="${look.numberFormat}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}"${named} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</${p}xf>`,
  );
}

/** Size of the default font in points: widths and heights are reckoned from it. */
export const defaultFontSize = (book: StyleBook): number => baseFont(book).size;
