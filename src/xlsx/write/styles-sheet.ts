import type { SheetStyle } from '../../model/patch';
import { argbOf } from '../../changes/fill-memory';
import { LINE_COLOR, LOOKS, type Look } from '../../changes/page-looks';
import { solidFill, styleItem, type StyleBook } from './styles';
import { rememberingParts } from '../remember-parts';
import { attributesOf, childElements, rootElement } from '../xml';

/** Built-in number formats (ECMA-376 part 1, §18.8.30). */
const BUILT_IN: ReadonlyMap<string | null, number> = new Map([
  [null, 0],
  ['0.00%', 10],
]);

/** Order of a font's children that Excel insists on (ECMA-376 part 1, §18.8.22 as Excel writes it). */
const FONT_TAIL = ['name', 'family', 'charset', 'scheme'];

interface BaseFont {
  readonly size: number;
  /** Names and values of `<name/>`, `<family/>`, `<charset/>`, `<scheme/>` as the default font has them. */
  readonly tail: readonly (readonly [string, string])[];
}

/** Size and typeface of the workbook's default font, which a new sheet is to look like. */
function baseFont(book: StyleBook): BaseFont {
  const text = book.lists.fonts.items[0] ?? book.lists.fonts.added[0];
  return text === undefined ? { size: 11, tail: [] } : fontBase(text);
}

const fontBase = rememberingParts((text): BaseFont => {
  const children = [...childElements(text, rootElement(text).inner)];
  const valueOf = (name: string): string | null => {
    const child = children.find(({ tag }) => tag.name === name);
    if (!child) return null;
    for (const found of attributesOf(text, child.tag)) {
      if (found.name === 'val') return text.slice(found.value.start, found.value.end);
    }
    return null;
  };
  const tail = FONT_TAIL.flatMap((name) => {
    const value = valueOf(name);
    return value === null ? [] : [[name, value] as const];
  });
  const size = Number(valueOf('sz') ?? '11');
  return { size: size > 0 && size < 100 ? size : 11, tail };
});

function fontMarkup(book: StyleBook, look: Look): string {
  const p = book.prefix;
  const base = baseFont(book);
  const bold = look.bold ? `<${p}b/>` : '';
  const underline = look.underline ? `<${p}u/>` : '';
  const size = `<${p}sz val="${base.size + look.larger}"/>`;
  const colour = `<${p}color rgb="${argbOf(look.color)}"/>`;
  const tail = base.tail.map(([name, value]) => `<${p}${name} val="${value}"/>`).join('');
  return `<${p}font>${bold}${underline}${size}${colour}${tail}</${p}font>`;
}

function borderMarkup(p: string): string {
  const side = (name: string): string =>
    `<${p}${name} style="thin"><${p}color rgb="${argbOf(LINE_COLOR)}"/></${p}${name}>`;
  const sides = ['left', 'right', 'top', 'bottom'].map(side).join('');
  return `<${p}border>${sides}<${p}diagonal/></${p}border>`;
}

/** The cell format of one of our styles; the same at every run. */
export function sheetFormat(book: StyleBook, style: SheetStyle): number {
  const known = book.ours.get(style);
  if (known !== undefined) return known;
  const appended = appendFormat(book, style);
  book.ours.set(style, appended);
  return appended;
}

function appendFormat(book: StyleBook, style: SheetStyle): number {
  const look = LOOKS[style];
  const p = book.prefix;
  const fontId = styleItem(book, 'fonts', fontMarkup(book, look));
  const fillId = look.fill === null ? 0 : styleItem(book, 'fills', solidFill(p, argbOf(look.fill)));
  const borderId = look.border ? styleItem(book, 'borders', borderMarkup(p)) : 0;
  const alignment = `<${p}alignment horizontal="${look.horizontal.toLowerCase()}" vertical="center"${look.wrap ? ' wrapText="1"' : ''}/>`;
  const named = book.children.some(({ tag }) => tag.name === 'cellStyleXfs') ? ' xfId="0"' : '';
  return styleItem(
    book,
    'cellXfs',
    `<${p}xf numFmtId="${BUILT_IN.get(look.format) ?? 0}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}"${named} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</${p}xf>`,
  );
}

/** Size of the default font in points: widths and heights are reckoned from it. */
export const defaultFontSize = (book: StyleBook): number => baseFont(book).size;
