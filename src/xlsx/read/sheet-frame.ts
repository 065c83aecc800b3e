import { parseRangeName, type Range } from '../../model/grid';
import { attribute, isTrue, nextTag } from '../xml';
import { MAX_COLUMN } from './sheet-reading';

export interface Head {
  readonly end: number;
  /** False when the part has no cells at all. */
  readonly hasRows: boolean;
  readonly hiddenByDefault: boolean;
  readonly hiddenColumns: readonly { readonly from: number; readonly to: number }[];
}

/** Everything before the rows. */
export function readHead(xml: string): Head {
  const hiddenColumns: { from: number; to: number }[] = [];
  let hiddenByDefault = false;
  for (let tag = nextTag(xml, 0); tag; tag = nextTag(xml, tag.end)) {
    if (tag.kind === 'close') continue;
    if (tag.name === 'sheetData') {
      return { end: tag.end, hasRows: tag.kind === 'open', hiddenByDefault, hiddenColumns };
    }
    if (tag.name === 'sheetFormatPr') {
      hiddenByDefault = isTrue(attribute(xml, tag, 'zeroHeight') ?? '');
    }
    if (tag.name === 'col' && isTrue(attribute(xml, tag, 'hidden') ?? '')) {
      const from = Number(attribute(xml, tag, 'min')) - 1;
      const to = Number(attribute(xml, tag, 'max')) - 1;
      if (from >= 0 && to <= MAX_COLUMN) hiddenColumns.push({ from, to });
    }
  }
  return { end: xml.length, hasRows: false, hiddenByDefault, hiddenColumns };
}

interface Tail {
  readonly merges: readonly Range[];
  readonly protected: boolean;
}

/** Everything after the rows. */
export function readTail(xml: string, from: number): Tail {
  const merges: Range[] = [];
  let isProtected = false;
  for (let tag = nextTag(xml, from); tag; tag = nextTag(xml, tag.end)) {
    if (tag.kind === 'close') continue;
    if (tag.name === 'sheetProtection') isProtected = isTrue(attribute(xml, tag, 'sheet') ?? '');
    if (tag.name !== 'mergeCell') continue;
    const range = parseRangeName(attribute(xml, tag, 'ref') ?? '');
    if (range && (range.top !== range.bottom || range.left !== range.right)) merges.push(range);
  }
  return { merges, protected: isProtected };
}
