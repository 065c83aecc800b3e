import { findTag, type XmlElement, type XmlTag } from '../xml';
import { elementAt, isPlainMarkup, rawAttribute } from './write-markup';
import { Failure } from '../../model/failure';
import { parseCellName } from '../../model/grid';

export interface SheetText {
  readonly text: string;
  readonly plain: boolean;
  readonly prefix: string;
  readonly data: XmlElement;
}

export function openSheetText(text: string): SheetText {
  const plain = isPlainMarkup(text);
  const tag = findTag(text, 'sheetData');
  if (!tag) throw new Failure('xml-damaged');
  return { text, plain, prefix: tag.prefix, data: elementAt(text, tag, plain) };
}

/** Reads the column of `<c r="C5">`; a cell without `r` follows the one before. */
export function columnOf(text: string, tag: XmlTag, previous: number): number {
  const reference = rawAttribute(text, tag, 'r');
  return (reference === null ? null : parseCellName(reference))?.column ?? previous + 1;
}

export function rowOf(text: string, tag: XmlTag, previous: number): number {
  const number = Number(rawAttribute(text, tag, 'r') ?? Number.NaN);
  return Number.isInteger(number) && number > 0 ? number - 1 : previous + 1;
}
