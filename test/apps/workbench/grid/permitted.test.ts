import {
  pastedCells,
  pastedPlace,
  readPastedText,
} from '../../../../src/apps/workbench/grid/pasted-text';
import { verdictOn } from '../../../../src/apps/workbench/grid/permitted';

describe('what is permitted', () => {
  test.each([
    ['command', 'sheet.command.set-range-values'],
    ['command', 'univer.command.undo'],
    ['operation', 'sheet.operation.set-selections'],
    ['operation', 'sheet.operation.editor-x_1-keyboard-a'],
    ['mutation', 'sheet.mutation.set-range-values'],
    ['mutation', 'formula.mutation.set-formula-calculation-result'],
  ] as const)('%s %s', (kind, id) => {
    expect(verdictOn(kind, id)).toEqual({ kind: 'go' });
  });

  test.each([
    ['command', 'sheet.command.insert-row', 'structure'],
    ['command', 'sheet.command.set-worksheet-name', 'structure'],
    ['command', 'sheet.command.set-range-bold', 'format'],
    ['command', 'sheet.command.delta-column-width', 'format'],
    ['command', 'a command of a later version', 'structure'],
    ['operation', 'sheet.operation.add-note-popup', 'structure'],
    ['mutation', 'sheet.mutation.insert-row', 'structure'],
    ['mutation', 'formula.mutation.set-defined-name', 'structure'],
    ['mutation', 'formula.mutation.remove-defined-name', 'structure'],
    ['mutation', 'sheet.mutation.update-note', 'structure'],
  ] as const)('not %s %s: %s', (kind, id, reason) => {
    expect(verdictOn(kind, id)).toEqual({ kind: 'refuse', reason });
  });

  test('what a paste does besides is made to touch nothing', () => {
    expect(verdictOn('mutation', 'sheet.mutation.add-worksheet-merge')).toEqual({
      kind: 'empty',
      params: { ranges: [] },
    });
  });
});

describe('text from another program', () => {
  test('is lines of cells, with line breaks inside quotation marks', () => {
    expect(readPastedText('甲\t"多\n""行"""\r\n"1"\t\r\n')).toEqual([
      ['甲', '多\n"行"'],
      ['1', ''],
    ]);
    expect(readPastedText('5" 屏幕')).toEqual([['5" 屏幕']]);
    expect(readPastedText('"没有结束')).toEqual([['"没有结束']]);
  });

  test('goes from the first cell on, or fills a selection it divides', () => {
    const rows = [['a', 'b']];
    const at = (bottom: number, right: number) => ({ top: 1, left: 1, bottom, right });
    expect(pastedPlace(rows, at(1, 1))).toEqual(at(1, 2));
    expect(pastedPlace(rows, at(3, 4))).toEqual(at(3, 4));
    expect(pastedPlace(rows, at(3, 3))).toEqual(at(1, 2));
  });

  test('means what the same text would mean if it were typed', () => {
    const cells = pastedCells(
      [['95%', '=A1', '12']],
      { top: 0, left: 0, bottom: 0, right: 2 },
      (_, column) => ({ format: column === 2 ? '@' : null, date1904: false }),
    );
    expect(cells[0]?.[0]).toMatchObject({ v: '95%', t: 1, f: null });
    expect(cells[0]?.[1]).toMatchObject({ v: null, f: '=A1' });
    expect(cells[0]?.[2]).toMatchObject({ v: '12', t: 1 });
  });
});
