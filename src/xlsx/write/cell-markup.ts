import { isCellError, type CellValue } from '../../model/snapshot';
import { encodeOoxmlString, escapeText } from '../xml-text';
import { findTag, type XmlElement } from '../xml';
import { closeOf, rawAttribute, tagWith } from './write-markup';
import type { SheetText } from './sheet-text';
import { Failure } from '../../model/failure';
import { cellName } from '../../model/grid';

/** What is to happen to one cell. */
export type CellChange =
  | { readonly kind: 'value'; readonly value: CellValue }
  /** The stored result of a formula cell; the formula stays. */
  | { readonly kind: 'cached'; readonly value: number | string }
  /** What a person put there: it takes the place of a formula too. */
  | { readonly kind: 'content'; readonly value: CellValue; readonly formula: string | null }
  /** Another result; a formula of the cell's own stays, and one that only reaches into it too. */
  | { readonly kind: 'result'; readonly value: CellValue }
  /** Another cell format, from the one the cell has (or would take from its row or column). */
  | {
      readonly kind: 'style';
      readonly style: (present: number) => number;
      readonly create: boolean;
    };

/** The markup of a value: the cell's `t` and what stands inside it. Text is never a formula. */
export function valueMarkup(
  value: CellValue,
  prefix: string,
): { readonly type: string | null; readonly inner: string } {
  const p = `<${prefix}`;
  const close = `</${prefix}`;
  if (value === null || value === '') return { type: null, inner: '' };
  if (typeof value === 'number') return { type: null, inner: `${p}v>${value}${close}v>` };
  if (typeof value === 'boolean') return { type: 'b', inner: `${p}v>${value ? 1 : 0}${close}v>` };
  if (isCellError(value)) return { type: 'e', inner: `${p}v>${escapeText(value.error)}${close}v>` };
  const text = escapeText(encodeOoxmlString(value));
  return {
    type: 'inlineStr',
    inner: `${p}is>${p}t xml:space="preserve">${text}${close}t>${close}is>`,
  };
}

/** The markup of a formula's stored result. */
export function resultMarkup(
  value: CellValue,
  prefix: string,
): { readonly type: string | null; readonly inner: string } {
  if (typeof value !== 'string') return valueMarkup(value, prefix);
  const text = escapeText(encodeOoxmlString(value));
  const space = text.trim() === text ? '' : ' xml:space="preserve"';
  return { type: 'str', inner: `<${prefix}v${space}>${text}</${prefix}v>` };
}

/** The markup of a formula and its result, or of a value alone. */
function contentMarkup(
  value: CellValue,
  formula: string,
  prefix: string,
): { readonly type: string | null; readonly inner: string } {
  if (formula === '') return valueMarkup(value, prefix);
  const { type, inner } = resultMarkup(value, prefix);
  return { type, inner: formula + inner };
}

const formulaMarkup = (formula: string | null, prefix: string): string =>
  formula === null ? '' : `<${prefix}f>${escapeText(formula)}</${prefix}f>`;

const wrap = (tag: string, prefix: string, inner: string): string => {
  if (inner === '') return tag.endsWith('/>') ? tag : `${tag.slice(0, -1)}/>`;
  const open = tag.endsWith('/>') ? `${tag.slice(0, -2).trimEnd()}>` : tag;
  return `${open}${inner}</${prefix}c>`;
};

/** A cell's `<f>` with what it holds, or '' for a cell without. */
function formulaOf(text: string, cell: XmlElement): string {
  const tag = findTag(text, 'f', cell.inner.start, cell.inner.end);
  return tag ? text.slice(tag.start, closeOf(text, tag, false).end) : '';
}

export function changedCell(
  sheet: SheetText,
  cell: XmlElement,
  change: CellChange,
  at: string,
): string {
  const { text, prefix } = sheet;
  if (change.kind === 'style') {
    const present = Number(rawAttribute(text, cell.tag, 's') ?? '0');
    const style = change.style(present);
    const tag = style === present ? null : tagWith(text, cell.tag, { s: String(style) });
    return (
      (tag ?? text.slice(cell.tag.start, cell.tag.end)) + text.slice(cell.tag.end, cell.outer.end)
    );
  }
  const formula = formulaOf(text, cell);
  if (change.kind === 'content' || change.kind === 'result') {
    const kept = change.kind === 'content' ? formulaMarkup(change.formula, prefix) : formula;
    const { type, inner } = contentMarkup(change.value, kept, prefix);
    const cm = change.kind === 'content' ? { cm: null } : {};
    return wrap(tagWith(text, cell.tag, { t: type, ...cm, vm: null }), prefix, inner);
  }
  if (change.kind === 'value') {
    if (formula !== '') throw new Failure('formula-kept', { cell: at });
    const { type, inner } = valueMarkup(change.value, prefix);
    return wrap(tagWith(text, cell.tag, { t: type, cm: null, vm: null }), prefix, inner);
  }
  if (formula === '') throw new Failure('patch-no-formula', { cell: at });
  const { type, inner } = resultMarkup(change.value, prefix);
  return wrap(tagWith(text, cell.tag, { t: type, vm: null }), prefix, formula + inner);
}

export function newCell(
  sheet: SheetText,
  row: number,
  column: number,
  change: CellChange,
  inherited: number,
): string | null {
  const { prefix } = sheet;
  const name = cellName({ row, column });
  if (change.kind === 'cached') throw new Failure('patch-no-formula', { cell: name });
  const formula = formulaMarkup(change.kind === 'content' ? change.formula : null, prefix);
  if (change.kind === 'style' ? !change.create : change.value === null && formula === '')
    return null;
  const style = change.kind === 'style' ? change.style(inherited) : inherited;
  if (change.kind === 'style' && style === inherited) return null;
  const value = change.kind === 'style' ? null : change.value;
  const { type, inner } = contentMarkup(value, formula, prefix);
  const s = style > 0 ? ` s="${style}"` : '';
  const t = type === null ? '' : ` t="${type}"`;
  return wrap(`<${prefix}c r="${name}"${s}${t}>`, prefix, inner);
}
