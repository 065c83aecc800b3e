import { Failure } from '../../model/failure';
import { rangeName, type Range } from '../../model/grid';
import { cellsIn, cellsLaidOut, halves, MOST_LAID_OUT } from '../boxes';
import { rangeOfAddress } from '../sheet-grid';

/** A box of so many cells is read as it is, however few of them hold anything. */
const SMALL_BOX = 200_000;
/** Boxes of one sheet before it is refused: what is strewn about like that is no form. */
const MOST_BOXES = 500;

/**
 * Where something stands on a sheet whose used range is far too large, as with one number in its last
 * corner: the range is halved, and each half asked for the used range in it. Loads alone; a round trip
 * for each level, and questions by what stands there, not by the box around it.
 * @throws Failure `sheet-too-large`, and what Excel throws
 */
export async function findBoxes(
  context: Excel.RequestContext,
  { id, name }: { readonly id: string; readonly name: string },
  whole: Range,
): Promise<readonly Range[]> {
  const boxes: Range[] = [];
  let open: readonly Range[] = [whole];
  while (open.length > 0) {
    const sheet = context.workbook.worksheets.getItem(id);
    const asked = open.flatMap(halves).map((half) => {
      const used = sheet.getRange(rangeName(half)).getUsedRangeOrNullObject(true);
      used.load('address');
      return used;
    });
    await context.sync();
    const found = asked.flatMap((used) =>
      used.isNullObject ? [] : (rangeOfAddress(used.address) ?? []),
    );
    boxes.push(...found.filter((box) => cellsIn(box) <= SMALL_BOX));
    open = found.filter((box) => cellsIn(box) > SMALL_BOX);
    if (boxes.length + open.length > MOST_BOXES || cellsLaidOut(boxes) > MOST_LAID_OUT) {
      throw new Failure('sheet-too-large', { part: name });
    }
  }
  return boxes;
}
