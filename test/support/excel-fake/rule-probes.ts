import { parseRangeName } from '../../../src/model/grid';
import { readExcelError } from '../../../src/hosts/excel/excel-failure';
import { AUTHOR, blankBook, blankSheet, cellAt, changeCell, guidOf, sheetNamed } from './fake-book';
import { openFakeExcel, type FakeExcel, type FakeOptions } from './fake-excel';
import type { RuleName } from './rules';

type Open = (options?: FakeOptions) => FakeExcel;
/** Misuses the stand-in and tells whether it behaved as the rule says. */
type Probe = (open: Open) => Promise<boolean>;

/** A workbook with one sheet 附表, opened with a rule left out or not. */
export const openerWithout =
  (without: readonly RuleName[]): Open =>
  (options = {}) => {
    const book = blankBook();
    book.sheets.push(blankSheet(guidOf(book.nextId++), '附表'));
    return openFakeExcel({ book, without, ...options });
  };

type Batch = (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown;

/** Sends one batch; the code of what went wrong, '' for nothing. */
async function send(fake: FakeExcel, batch: Batch): Promise<string> {
  try {
    const context = fake.openContext();
    batch(context.workbook.worksheets.getItem('附表'), context);
    await context.sync();
    return '';
  } catch (reason) {
    return readExcelError(reason).code;
  }
}

const refuses =
  (
    code: string,
    batch: Batch,
    options: FakeOptions = {},
    ready?: (fake: FakeExcel) => void,
  ): Probe =>
  async (open) => {
    const fake = open(options);
    ready?.(fake);
    return (await send(fake, batch)) === code;
  };

/** What stands in A1 after something was written there. */
async function written(fake: FakeExcel, value: unknown) {
  await send(fake, (sheet) => {
    sheet.getRange('A1').values = [[value]];
  });
  return cellAt(sheetNamed(fake.book, '附表'), 'A1');
}

const sheetOf = (fake: FakeExcel) => sheetNamed(fake.book, '附表');

function mergeRows(fake: FakeExcel, count: number): void {
  for (let row = 1; row <= count; row++) {
    const range = parseRangeName(`A${row}:B${row}`);
    if (range) sheetOf(fake).merges.push(range);
  }
}

/** Sends one batch and gives back an object of it, loaded. */
async function ask<T>(fake: FakeExcel, batch: (sheet: Excel.Worksheet) => T): Promise<T> {
  const context = fake.openContext();
  const asked = batch(context.workbook.worksheets.getItem('附表'));
  await context.sync();
  return asked;
}

/** `load` gives the object back, but not by its own type. */
function load<T extends { load: (names: string) => unknown }>(object: T, names: string): T {
  object.load(names);
  return object;
}

async function eventsOf(fake: FakeExcel, batch: Batch): Promise<readonly (string | undefined)[]> {
  const seen: (string | undefined)[] = [];
  const context = fake.openContext();
  const handler = context.workbook.worksheets.onChanged.add((event) => {
    seen.push(event.triggerSource);
    return Promise.resolve();
  });
  await context.sync();
  await send(fake, batch);
  await new Promise((resolve) => setTimeout(resolve, 5));
  handler.remove();
  await handler.context.sync();
  return seen;
}

const manyTexts = (rows: number): string[][] => Array.from({ length: rows }, () => ['指标名称']);

export const PROBES: Readonly<Record<RuleName, Probe>> = {
  'request-limit': refuses(
    'RequestPayloadSizeLimitExceeded',
    (sheet) => {
      sheet.getRange('A1:A1000').values = manyTexts(1000);
    },
    { mostPayload: 5000 },
  ),
  'response-limit': async (open) => {
    const fake = open({ mostPayload: 5000 });
    for (let row = 1; row <= 400; row++)
      changeCell(sheetOf(fake), `A${row}`, { value: '指标名称' });
    const code = await send(fake, (sheet) => sheet.getRange('A1:A400').load('values'));
    return code === 'ResponsePayloadSizeLimitExceeded';
  },
  'read-limit': async (open) => {
    const range = await ask(open({ mostRead: 10 }), (sheet) =>
      load(sheet.getRange('A1:A11'), 'values'),
    );
    return (range.values as unknown) === null;
  },
  'address-limit': async (open) => {
    const fake = open();
    const cells = Array.from({ length: 2000 }, (_, row) => `A${row * 2 + 1}`);
    await send(fake, (sheet) => {
      sheet.getRanges(cells.join()).format.fill.color = '#FF0000';
    });
    return cellAt(sheetOf(fake), cells.at(-1) ?? '').fill === null;
  },
  'merge-limit': async (open) => {
    const fake = open();
    mergeRows(fake, 513);
    const code = await send(fake, (sheet) =>
      sheet.getRange('A1:B513').getMergedAreasOrNullObject().load('areas/items/address'),
    );
    return code === 'GeneralException';
  },
  'merge-top-left': async (open) => {
    const fake = open();
    mergeRows(fake, 1);
    const areas = await ask(fake, (sheet) =>
      load(sheet.getRange('B1:C1').getMergedAreasOrNullObject(), 'areas/items/address'),
    );
    return areas.isNullObject;
  },
  'merge-hidden': async (open) => {
    const fake = open();
    mergeRows(fake, 1);
    await send(fake, (sheet) => {
      sheet.getRange('B1').values = [['x']];
    });
    return cellAt(sheetOf(fake), 'B1').value === '';
  },
  'null-keeps': async (open) => {
    const fake = open();
    await written(fake, 98.7);
    return (await written(fake, null)).value === 98.7;
  },
  'null-scalar': refuses('InvalidArgument', (sheet) => {
    sheet.getRange('A1:A2').set({ values: null as never });
  }),
  'empty-clears': async (open) => {
    const fake = open();
    await written(fake, 98.7);
    return (await written(fake, '')).value === '';
  },
  'mixed-null': async (open) => {
    const fake = open();
    changeCell(sheetOf(fake), 'A1', {
      fill: { color: '#FF0000', pattern: 'Solid', patternColor: '' },
    });
    const fill = await ask(fake, (sheet) => load(sheet.getRange('A1:A2').format.fill, 'color'));
    return (fill.color as unknown) === null;
  },
  'formula-text': async (open) => {
    const cell = await written(open(), '=1+1');
    return cell.formula === '1+1' && cell.value === 2;
  },
  'number-text': async (open) => (await written(open(), '50%')).value === 0.5,
  'text-format': async (open) => {
    const fake = open();
    changeCell(sheetOf(fake), 'A1', { format: '@' });
    return (await written(fake, 9)).value === '9';
  },
  apostrophe: async (open) => {
    const cell = await written(open(), "'=1+1");
    return cell.value === '=1+1' && cell.formula === null;
  },
  shape: refuses('InvalidArgument', (sheet) => {
    sheet.getRange('A1:B2').values = [[1]];
  }),
  'load-name': refuses('InvalidArgument', (sheet) => sheet.getRange('A1').load('valuez')),
  'plain-values': refuses('StandInMisuse', (sheet) => {
    sheet.getRange('A1').values = [[Number.NaN]];
  }),
  'sheet-protection': refuses(
    'AccessDenied',
    (sheet) => {
      sheet.getRange('A1').values = [[1]];
    },
    {},
    (fake) => {
      sheetOf(fake).isProtected = true;
    },
  ),
  'locked-cells': async (open) => {
    const fake = open();
    sheetOf(fake).isProtected = true;
    changeCell(sheetOf(fake), 'A1', { locked: false });
    return (await written(fake, 9)).value === 9;
  },
  'protection-options': async (open) => {
    const fake = open();
    sheetOf(fake).isProtected = true;
    sheetOf(fake).allows.formatCells = true;
    await send(fake, (sheet) => {
      sheet.getRange('A1').format.fill.color = '#FF0000';
    });
    return cellAt(sheetOf(fake), 'A1').fill !== null;
  },
  'book-protection': refuses(
    'AccessDenied',
    (_, context) => context.workbook.worksheets.add('汇总表'),
    {},
    (fake) => {
      fake.book.isProtected = true;
    },
  ),
  'item-not-found': refuses('ItemNotFound', (_, context) => {
    context.workbook.worksheets.getItem('无').load('name');
  }),
  'sheet-name': refuses('ItemAlreadyExists', (_, context) =>
    context.workbook.worksheets.add('附表'),
  ),
  'last-sheet': refuses('InvalidOperation', (sheet) => {
    sheet.delete();
  }),
  'very-hidden': refuses(
    'InvalidOperation',
    (sheet) => sheet.delete(),
    {},
    (fake) => {
      sheetOf(fake).visibility = 'VeryHidden';
    },
  ),
  'cell-edit': refuses(
    'InvalidOperationInCellEditMode',
    (sheet) => sheet.load('name'),
    {},
    (fake) => {
      fake.cellEdit = 'InvalidOperationInCellEditMode';
    },
  ),
  'no-rollback': async (open) => {
    const fake = open();
    await send(fake, (sheet) => {
      sheet.getRange('A1').values = [['vorher']];
      sheet.getRange('A1:B2').values = [[1]];
    });
    return cellAt(sheetOf(fake), 'A1').value === 'vorher';
  },
  'events-off': async (open) => {
    const seen = await eventsOf(open(), (sheet, context) => {
      context.runtime.enableEvents = false;
      sheet.getRange('A1').values = [[1]];
    });
    return seen.length === 0;
  },
  'trigger-source': async (open) => {
    const seen = await eventsOf(open(), (sheet) => {
      sheet.getRange('A1').values = [[1]];
    });
    return seen.join() === 'ThisLocalAddin';
  },
  'filtered-write': async (open) => {
    const fake = open();
    const sheet = sheetOf(fake);
    sheet.isFiltered = true;
    sheet.hiddenRows.add(1);
    await send(fake, (target) => {
      target.getRange('A1:A3').values = [[1], [2], [3]];
    });
    return cellAt(sheet, 'A3').value === 1;
  },
  'manual-calculation': async (open) => {
    const fake = open();
    fake.book.isManual = true;
    changeCell(sheetOf(fake), 'A2', { value: 0, formula: 'SUM(A1:A1)' });
    await written(fake, 5);
    return cellAt(sheetOf(fake), 'A2').value === 0;
  },
  'remote-events': async (open) => {
    const fake = open();
    const seen: string[] = [];
    const context = fake.openContext();
    const handler = context.workbook.worksheets.onChanged.add((event) => {
      seen.push(event.source);
      return Promise.resolve();
    });
    await context.sync();
    fake.typeElsewhere('附表', 'A1', 1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    handler.remove();
    await handler.context.sync();
    return seen.join() === 'Remote';
  },
  'undo-cleared': async (open) => {
    const steps: number[] = [];
    for (const level of [18, 19]) {
      const fake = open({ level });
      fake.type('附表', 'A1', 1);
      await written(fake, 2);
      steps.push(fake.undoable());
    }
    return steps.join() === '0,1';
  },
  'part-id': async (open) => {
    const fake = open();
    fake.book.parts.push({ id: guidOf(99), xml: '<a/>' });
    const code = await send(fake, (_, { workbook }) => {
      workbook.customXmlParts.getItem(guidOf(99)).setXml('<b/>');
      workbook.customXmlParts.getItem(guidOf(99)).setXml('<c/>');
    });
    return code === 'ItemNotFound' && fake.book.parts[0]?.xml === '<b/>';
  },
  'note-properties': async (open) => {
    const fake = open();
    sheetOf(fake).notes.set('A1', { author: AUTHOR, content: '看' });
    return (await send(fake, (sheet) => sheet.notes.load('items/visible'))) === 'GeneralException';
  },
  'requirement-set': refuses(
    'ApiNotFound',
    (sheet) => sheet.getRange('A1').getMergedAreasOrNullObject(),
    { level: 9 },
  ),
  'note-one-cell': refuses('InvalidArgument', (sheet) => sheet.notes.add('A1:B2', '注')),
  'note-taken': refuses(
    'InvalidArgument',
    (sheet) => sheet.notes.add('A1', '注'),
    {},
    (fake) => {
      sheetOf(fake).notes.set('A1', { author: AUTHOR, content: '我的' });
    },
  ),
  'properties-limit': refuses('GeneralException', (sheet) => {
    sheet.getRange('A1:A80001').setCellProperties(Array.from({ length: 80_001 }, () => [{}]));
  }),
  'no-fill-white': async (open) => {
    const fill = await ask(open(), (sheet) => load(sheet.getRange('A1').format.fill, 'color'));
    return fill.color === '#FFFFFF';
  },
  'local-date': async (open) => {
    const fake = open();
    changeCell(sheetOf(fake), 'A1', { value: 45_000, format: 'yyyy/m/d' });
    const range = await ask(fake, (sheet) => load(sheet.getRange('A1'), 'numberFormat'));
    const format: unknown = range.numberFormat;
    return JSON.stringify(format) === '[["m/d/yyyy"]]';
  },
  'used-values': async (open) => {
    const used = await ask(open(), (sheet) => load(sheet.getUsedRange(true), 'address'));
    return !used.isNullObject && used.address === '附表!A1';
  },
};
