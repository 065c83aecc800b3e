import { readExcelError } from '../../../hosts/excel/excel-failure';

/** Anything JSON holds. */
export type Seen = string | number | boolean | null | readonly Seen[];

/** `held`: as the add-in takes for granted; null where nothing is, only to be known. */
export interface Observation {
  readonly held: boolean | null;
  readonly seen: Seen;
}

/** What a case may use: a blank sheet that is thrown away, in a batch of its own. */
export interface Bench {
  readonly context: Excel.RequestContext;
  readonly sheet: Excel.Worksheet;
}

export interface ProbeCase {
  readonly id: string;
  readonly run: (bench: Bench) => Promise<Observation>;
}

/** The code of what a batch throws; '' where it does not. */
async function codeOf({ context }: Bench, batch: () => void): Promise<string> {
  try {
    batch();
    await context.sync();
    return '';
  } catch (reason) {
    const { code, message } = readExcelError(reason);
    return code === '' ? message : code;
  }
}

/** A case about what may fail without harm: whether it does, and how. */
const mayFail = (id: string, batch: (bench: Bench) => void): ProbeCase => ({
  id,
  run: async (bench) => {
    const code = await codeOf(bench, () => batch(bench));
    return { held: null, seen: code };
  },
});

async function valuesOf({ context, sheet }: Bench, address: string): Promise<readonly Seen[]> {
  const range = sheet.getRange(address);
  range.load('values');
  await context.sync();
  return range.values.map(([value]) => value as Seen);
}

const same = (first: unknown, second: unknown): boolean =>
  JSON.stringify(first) === JSON.stringify(second);

/** A column with a head, its third and fourth row hidden by a filter. */
async function filter(bench: Bench): Promise<void> {
  const { context, sheet } = bench;
  const range = sheet.getRange('A1:A6');
  range.values = [['组'], ['甲'], ['乙'], ['乙'], ['甲'], ['甲']];
  sheet.autoFilter.apply(range, 0, { filterOn: 'Values', values: ['甲'] });
  await context.sync();
}

const column = (...values: readonly (string | number)[]): (string | number)[][] =>
  values.map((value) => [value]);

/** Questions to a real Excel; what each settles is said in docs/excel-probe.md. */
export const PROBE_CASES: readonly ProbeCase[] = [
  {
    id: 'filtered-block',
    run: async (bench) => {
      await filter(bench);
      bench.sheet.getRange('B2:B6').values = column(1, 2, 3, 4, 5);
      const seen = await valuesOf(bench, 'B2:B6');
      return { held: null, seen };
    },
  },
  {
    id: 'filtered-cell',
    run: async (bench) => {
      await filter(bench);
      bench.sheet.getRange('B3').values = [[7]];
      const seen = await valuesOf(bench, 'B2:B4');
      return { held: same(seen, ['', 7, '']), seen };
    },
  },
  {
    id: 'hidden-rows',
    run: async ({ context, sheet }) => {
      sheet.getRange('2:2').rowHidden = true;
      const ranges = ['1:1', '2:2', '1:3'].map((rows) => sheet.getRange(rows));
      for (const range of ranges) range.load('rowHidden');
      await context.sync();
      const seen = ranges.map(({ rowHidden }) => rowHidden as boolean | null);
      return { held: same(seen, [false, true, null]), seen };
    },
  },
  {
    id: 'many-areas',
    run: async ({ context, sheet }) => {
      const cells = Array.from({ length: 380 }, (_, row) => `A${String(row * 2 + 1)}`);
      sheet.getRanges(cells.join()).format.fill.color = '#FFC7CE';
      const { fill } = sheet.getRange(cells.at(-1) ?? 'A1').format;
      fill.load('color');
      await context.sync();
      return { held: fill.color.toUpperCase() === '#FFC7CE', seen: fill.color };
    },
  },
  {
    id: 'merged-areas',
    run: async ({ context, sheet }) => {
      sheet.getRange('A1:B1').values = [['甲', '乙']];
      sheet.getRange('A1:B1').merge();
      const areas = sheet.getRange('A1:C3').getMergedAreasOrNullObject();
      areas.load('areas/items/address');
      const range = sheet.getRange('A1:B1');
      range.load('values');
      await context.sync();
      const hidden = range.values[0]?.[1] as Seen;
      return {
        held: !areas.isNullObject && hidden === '',
        seen: [areas.isNullObject ? null : areas.areas.items.length, hidden],
      };
    },
  },
  {
    id: 'texts-stay',
    run: async (bench) => {
      bench.sheet.getRange('A1:A4').values = column("'=1+1", "'007", "'50%", "'2023-1-2");
      const seen = await valuesOf(bench, 'A1:A4');
      return { held: same(seen, ['=1+1', '007', '50%', '2023-1-2']), seen };
    },
  },
  {
    id: 'null-keeps',
    run: async (bench) => {
      bench.sheet.getRange('A1:A2').values = column(1, 2);
      await bench.context.sync();
      bench.sheet.getRange('A1:A2').values = [[null], ['']];
      const seen = await valuesOf(bench, 'A1:A2');
      return { held: same(seen, [1, '']), seen };
    },
  },
  mayFail('inner-borders', ({ sheet }) => {
    sheet.getRanges('A1:C1,A3').format.borders.getItem('InsideHorizontal').style = 'Continuous';
  }),
  mayFail('page-setup', ({ sheet }) => {
    sheet.pageLayout.orientation = 'Landscape';
    sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
  }),
  mayFail('view', ({ sheet }) => {
    sheet.freezePanes.freezeRows(1);
    sheet.showGridlines = false;
  }),
  mayFail('links', ({ sheet }) => {
    sheet.getRange('A1').setCellProperties([[{ hyperlink: { documentReference: 'A2' } }]]);
  }),
  mayFail('chart', ({ sheet }) => {
    sheet.getRange('A1:B2').values = [
      ['产出', 48],
      ['效益', 27],
    ];
    sheet.charts.add('ColumnClustered', sheet.getRange('A1:B2'), 'Columns');
  }),
  {
    id: 'notes',
    run: async ({ context, sheet }) => {
      sheet.notes.add('A1', '核对');
      const note = sheet.notes.getItemOrNullObject('A1');
      note.load('content');
      await context.sync();
      const seen = note.isNullObject ? null : note.content;
      return { held: seen === '核对', seen };
    },
  },
  {
    id: 'protected',
    run: async (bench) => {
      const { sheet } = bench;
      sheet.getRange('B1').format.protection.locked = false;
      sheet.protection.protect();
      sheet.protection.load('options');
      const cells = sheet.getRange('A1:B1').getCellProperties({ format: { protection: true } });
      const asked = await codeOf(bench, () => undefined);
      const tries = [
        await codeOf(bench, () => (sheet.getRange('B1').values = [[1]])),
        await codeOf(bench, () => (sheet.getRange('A1').values = [[1]])),
        await codeOf(bench, () => (sheet.getRange('B1').format.fill.color = '#FFC7CE')),
        await codeOf(bench, () => sheet.notes.add('B1', '核对')),
      ];
      await codeOf(bench, () => sheet.protection.unprotect());
      if (asked !== '') return { held: false, seen: [asked, ...tries] };
      const locked = cells.value[0]?.map(({ format }) => format?.protection?.locked ?? null) ?? [];
      const { allowFormatCells, allowEditObjects } = sheet.protection.options;
      const isAsRead = locked[0] === true && locked[1] === false;
      const isWritten = tries[0] === '' && tries[1] !== '';
      const options = [allowFormatCells ?? null, allowEditObjects ?? null];
      return { held: isAsRead && isWritten, seen: [...tries, ...locked, ...options] };
    },
  },
  {
    id: 'custom-xml',
    run: async ({ context }) => {
      const { customXmlParts } = context.workbook;
      const part = customXmlParts.add('<probe xmlns="urn:jixiao:probe">绩效</probe>');
      part.load('id');
      await context.sync();
      const before = part.id;
      part.setXml('<probe xmlns="urn:jixiao:probe">自评</probe>');
      const found = customXmlParts.getByNamespace('urn:jixiao:probe');
      found.load('items/id');
      await context.sync();
      const ids = found.items.map(({ id }) => id);
      for (const id of ids) customXmlParts.getItem(id).delete();
      await context.sync();
      return { held: ids.length === 1, seen: [ids.length, ids[0] === before] };
    },
  },
  {
    id: 'calculation',
    run: async ({ context }) => {
      const { application } = context.workbook;
      application.load('calculationMode,calculationState');
      await context.sync();
      return { held: null, seen: [application.calculationMode, application.calculationState] };
    },
  },
  {
    id: 'own-events',
    run: async ({ context, sheet }) => {
      const heard: Seen[] = [];
      const handler = sheet.onChanged.add((event) => {
        // Below 1.14 there is none, whatever the types promise.
        const by: unknown = event.triggerSource;
        heard.push([event.source, typeof by === 'string' ? by : null]);
        return Promise.resolve();
      });
      await context.sync();
      sheet.getRange('A1').values = [[1]];
      await context.sync();
      await new Promise((resolve) => setTimeout(resolve, 500));
      handler.remove();
      await handler.context.sync();
      return { held: null, seen: heard };
    },
  },
];
