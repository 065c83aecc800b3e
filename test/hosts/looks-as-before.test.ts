import fc from 'fast-check';
import { createExcelHost } from '../../src/hosts/excel/excel-host';
import { createFileHost, type FileHost } from '../../src/hosts/file/file-host';
import type { HostPort } from '../../src/hosts/port';
import { createWpsHost } from '../../src/hosts/wps/wps-host';
import { cellName } from '../../src/model/grid';
import type { Patch } from '../../src/model/patch';
import type { CellValue, Snapshot } from '../../src/model/snapshot';
import { openXlsx } from '../../src/xlsx/open';
import { viewBook } from '../../src/xlsx/view/view-book';
import {
  blankCell,
  blankSheet as blankExcelSheet,
  bookOf as excelBook,
  columnOfKey,
  guidOf,
  keyOf as excelKey,
  rowOfKey,
} from '../support/excel-fake/fake-book';
import { openFakeExcel } from '../support/excel-fake/fake-excel';
import { buildWorkbook } from '../support/workbook-builder';
import { bookOf as wpsBook } from '../support/wps-fake/book-of';
import { cellOf } from '../support/wps-fake/fake-book';
import { fakeEt, type FakeModes } from '../support/wps-fake/fake-et';
import { clearPatch, flag, fullPatch, writes } from '../xlsx/write/sample-patch';

/** What a person's sheet looks like is theirs: whatever we set on it goes back as it was. */

const NAME = '附表';
const WIDTH = 5;
const TITLE = 'A1:E1';

interface Dressed {
  readonly value: CellValue;
  readonly fill: string | null;
  readonly wraps: boolean;
  readonly format: string;
  readonly bold: boolean;
}

interface Given {
  readonly rows: readonly (readonly Dressed[])[];
  readonly tall: boolean;
}

/** One write: texts and numbers by cell, and whether cells are marked and our sheets written. */
interface Write {
  readonly values: Readonly<Record<string, CellValue>>;
  readonly flags: readonly string[];
  readonly isFull: boolean;
  /** In a session of its own. */
  readonly isLater: boolean;
}

const LONG = '年度指标值≥20公里，实际完成18公里，完成率90%。偏差原因：上游来水少，推迟两周。';

const value = fc.constantFrom<CellValue>(null, 8, 9.5, '正在整改', '50%', `${LONG}原来的。`);
const cell: fc.Arbitrary<Dressed> = fc.record({
  value,
  fill: fc.constantFrom(null, '#FFFF00', '#FFC7CE'),
  wraps: fc.boolean(),
  format: fc.constantFrom('General', '@', '0.00'),
  bold: fc.boolean(),
});

const HEAD = ['指标', '年度指标值', '实际完成值', '得分', '偏差原因'];
const INDICATORS = ['新建渠道', '验收合格率', '完工时间', '成本', '满意度', '受益人口', '灌溉面积'];

/** The title over all columns, the head and an indicator to a row, as a form has them. */
const content = (row: number, column: number, own: CellValue): CellValue => {
  if (row === 0) return column === 0 ? '项目支出绩效自评表' : null;
  if (row === 1) return HEAD[column] ?? null;
  return column === 0 ? (INDICATORS[row - 2] ?? null) : own;
};

const given: fc.Arbitrary<Given> = fc.record({
  rows: fc
    .array(fc.array(cell, { minLength: WIDTH, maxLength: WIDTH }), { minLength: 5, maxLength: 8 })
    .map((rows) =>
      rows.map((line, row) =>
        line.map((one, column) => ({ ...one, value: content(row, column, one.value) })),
      ),
    ),
  tall: fc.boolean(),
});

const place = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: WIDTH - 1 }))
  .map(([row, column]) => cellName({ row, column }));

const write: fc.Arbitrary<Write> = fc.record({
  values: fc.dictionary(
    place,
    fc.constantFrom<CellValue>(LONG, `${LONG}再看。`, '1/2', '12.50%', '未到期', 7, null),
    { maxKeys: 5 },
  ),
  flags: fc.uniqueArray(place, { maxLength: 4 }),
  isFull: fc.boolean(),
  isLater: fc.boolean(),
});

/** A host, opened anew as often as wanted, over one workbook whose looks can be seen. */
interface Desk {
  readonly open: () => HostPort | Promise<HostPort>;
  /** Of the person's sheet: by cell, and of the sheet as a whole; without the lines of some cells. */
  readonly looks: (texts?: ReadonlySet<string>) => Readonly<Record<string, unknown>>;
}

interface Look {
  readonly wraps: unknown;
  readonly [name: string]: unknown;
}

/** Cells that look like any other nobody has set anything of are as good as none. */
function dressed(
  cells: readonly (readonly [string, Look])[],
  texts: ReadonlySet<string> = new Set(),
): Readonly<Record<string, object>> {
  const plain = ['{}', 'null', 'false', '"General"'];
  return Object.fromEntries(
    cells
      .map(([at, look]) => [at, texts.has(at) ? { ...look, wraps: false } : look] as const)
      .filter(([, look]) =>
        Object.values(look).some((one) => !plain.includes(JSON.stringify(one))),
      ),
  );
}

function excelDesk({ rows, tall }: Given): Desk {
  const sheet = blankExcelSheet(guidOf(1), NAME);
  rows.forEach((line, row) =>
    line.forEach(({ value: own, fill, wraps, format, bold }, column) => {
      sheet.cells.set(excelKey(row, column), {
        ...blankCell(),
        value: scalar(own) ?? '',
        format,
        fill: fill === null ? null : { color: fill, pattern: 'Solid', patternColor: '' },
        look: { ...(wraps ? { WrapText: true } : {}), ...(bold ? { 'font.Bold': true } : {}) },
      });
    }),
  );
  sheet.merges = [{ top: 0, left: 0, bottom: 0, right: WIDTH - 1 }];
  sheet.frozenRows = 1;
  sheet.layout = { Orientation: 'Landscape' };
  if (tall) sheet.widths.set('RowHeight A3', 40);
  const book = { ...excelBook({ sheets: [], date1904: false }), sheets: [sheet], nextId: 9 };
  book.active = NAME;
  const fake = openFakeExcel({ book });
  return {
    open: () => createExcelHost(fake),
    looks: (texts) => {
      const { cells, widths, frozenRows, layout, showsGrid, merges, notes } = sheet;
      const byCell = [...cells].map(([key, { format, fill, look, locked }]) => {
        const { WrapText = false, ...others } = look;
        const at = cellName({ row: rowOfKey(key), column: columnOfKey(key) });
        return [at, { format, fill, look: others, wraps: WrapText, open: !locked }] as const;
      });
      const whole = { widths: [...widths], frozenRows, layout, showsGrid, merges };
      return structuredClone({ ...dressed(byCell, texts), whole, notes: [...notes] });
    },
  };
}

const scalar = (own: CellValue): string | number | boolean | null =>
  typeof own === 'object' ? null : own;

const bgr = (color: string): number =>
  Number.parseInt(color.slice(5, 7) + color.slice(3, 5) + color.slice(1, 3), 16);

function wpsDesk({ rows }: Given, modes: FakeModes = {}): Desk {
  const book = wpsBook([{ name: NAME, rows: [[]], merges: [TITLE] }]);
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('no sheet');
  rows.forEach((line, row) =>
    line.forEach(({ value: own, fill, wraps, format, bold }, column) => {
      const made = cellOf(sheet, { row, column });
      made.value = scalar(own);
      made.format = format;
      made.fill = fill === null ? null : bgr(fill);
      if (wraps) made.look['Align.Wrap'] = true;
      if (bold) made.look['Font.Bold'] = true;
    }),
  );
  book.active = sheet;
  const fake = fakeEt(book, modes);
  return {
    open: () => createWpsHost(fake.application),
    looks: (texts) => {
      const { cells, page, looks, merges, hiddenRows } = sheet;
      const byCell = [...cells].map(([key, { format, fill, look, locked, note }]) => {
        const { 'Align.Wrap': wraps = false, ...others } = look;
        const [row = 0, column = 0] = key.split(',').map(Number);
        return [
          cellName({ row, column }),
          { format, fill, look: others, wraps, open: !locked, note },
        ] as const;
      });
      const whole = { page, looks, merges, hiddenRows: [...hiddenRows] };
      return structuredClone({
        ...dressed(byCell, texts),
        whole,
        active: book.active?.name ?? '',
      });
    },
  };
}

/** As the engine plans it: what an earlier write left and this one does not want is taken away. */
function planOf({ values, flags, isFull }: Write, snapshot: Snapshot): Patch {
  const { sheets, ledger, ...full } = fullPatch(snapshot, NAME, {}, flags);
  const gone = (snapshot.ledger?.flags ?? []).filter(({ cell: at }) => !flags.includes(at));
  const names = (snapshot.ledger?.sheets ?? []).map(({ name }) => name);
  return {
    ...full,
    flags: [...full.flags, ...gone.map(({ cell: at }) => flag(snapshot, NAME, at, null))],
    sheets: isFull ? sheets : [],
    removeSheets: isFull ? [] : names,
    ledger: ledger && { ...ledger, sheets: isFull ? ledger.sheets : [] },
    values: writes(snapshot, NAME, values),
  };
}

async function apply(host: HostPort, one: Write): Promise<void> {
  await host.apply(planOf(one, await host.read()));
}

/** Styles of a workbook for each way a cell may be dressed. */
const styleOf = ({ fill, wraps, format, bold }: Dressed): string =>
  JSON.stringify([fill, wraps, format, bold]);

function stylesOf(cells: readonly Dressed[]): string {
  const formats = cells.map(
    ({ fill, wraps, format, bold }) =>
      `<xf numFmtId="${{ '@': 49, '0.00': 2 }[format] ?? 0}" fontId="${bold ? 1 : 0}" fillId="${fill === null ? 0 : fill === '#FFFF00' ? 2 : 3}" borderId="0" xfId="0"${wraps ? ' applyAlignment="1"><alignment wrapText="1"/></xf>' : '/>'}`,
  );
  const solid = (rgb: string): string =>
    `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/></patternFill></fill>`;
  return `<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid('FFFFFF00')}${solid('FFFFC7CE')}</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${formats.length}">${formats.join('')}</cellXfs></styleSheet>`;
}

function fileDesk({ rows, tall }: Given): Desk {
  const dress: Dressed = { value: null, fill: null, wraps: false, format: 'General', bold: false };
  const kinds = [...new Map([dress, ...rows.flat()].map((one) => [styleOf(one), one])).values()];
  const numbers = new Map(kinds.map((one, index) => [styleOf(one), index]));
  const original = buildWorkbook({
    styles: stylesOf(kinds),
    sheets: [
      {
        name: NAME,
        merges: [TITLE],
        heights: tall ? { 2: 40 } : {},
        rows: rows.map((line) =>
          line.map((one) => ({ value: scalar(one.value), style: numbers.get(styleOf(one)) ?? 0 })),
        ),
      },
    ],
  });
  let last: FileHost | null = null;
  const bytes = (): Uint8Array => last?.bytes() ?? original;
  return {
    open: async () => {
      last = await createFileHost(bytes());
      return last;
    },
    looks: (texts) => {
      const { sheets, looks } = viewBook(openXlsx(bytes()));
      const sheet = sheets.find(({ name }) => name === NAME);
      if (!sheet) throw new Error('no sheet');
      const byCell = sheet.looks.flatMap((line, row) =>
        line.map((index, column) => {
          const { wrap: wraps = false, ...look } = looks[index] ?? {};
          return [cellName({ row, column }), { ...look, wraps }] as const;
        }),
      );
      const lines = new Set([...(texts ?? [])].map((at) => Number(at.slice(1)) - 1));
      const heights = [...sheet.heights].filter(([row]) => !lines.has(row));
      const { widths, frozenRows, merges, notes } = sheet;
      return { ...dressed(byCell, texts), whole: { heights, widths, frozenRows, merges, notes } };
    },
  };
}

/** The apostrophe that keeps a text a text is lost. */
const unquoted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(unquoted);
  return typeof value === 'string' ? value.replace(/^'/, '') : value;
};

const DESKS: readonly (readonly [string, (given: Given) => Desk])[] = [
  ['Excel', excelDesk],
  ['a file', fileDesk],
  ['WPS', (form) => wpsDesk(form)],
  ['a WPS that takes texts for numbers', (form) => wpsDesk(form, { takes: unquoted })],
];

describe.each(DESKS)('what a person’s sheet looks like in %s', (name, deskOf) => {
  it('is as it was once all is taken back', async () => {
    await fc.assert(
      fc.asyncProperty(
        given,
        fc.array(write, { minLength: 1, maxLength: 3 }),
        async (form, all) => {
          const { open, looks } = deskOf(form);
          const host = await open();
          const before = looks();
          for (const one of all) await apply(host, one);
          while (await host.undo?.());
          expect(looks()).toEqual(before);
        },
      ),
      { numRuns: 25 },
    );
  });

  // A file keeps no way back: it is the copy that was handed in.
  if (name !== 'a file')
    it('is as it was also where another session takes the write back', async () => {
      await fc.assert(
        fc.asyncProperty(given, write, async (form, one) => {
          const { open, looks } = deskOf(form);
          const before = looks();
          await apply(await open(), one);
          const left: unknown[] = [];
          const later = await open();
          await later.undo?.({ onLeft: (cells) => left.push(...cells) });
          expect([left, looks()]).toEqual([[], before]);
        }),
        { numRuns: 25 },
      );
    });

  it('is as it was once all is cleared, but for the lines of a text that stays', async () => {
    await fc.assert(
      fc.asyncProperty(
        given,
        fc.array(write, { minLength: 1, maxLength: 3 }),
        async (form, all) => {
          const { open, looks } = deskOf(form);
          const texts = new Set(all.flatMap(({ values }) => Object.keys(values)));
          const before = looks(texts);
          let host = await open();
          for (const one of all) {
            if (one.isLater) host = await open();
            await apply(host, one);
          }
          await host.apply(clearPatch(await host.read()));
          expect(looks(texts)).toEqual(before);
        },
      ),
      { numRuns: 25 },
    );
  });
});
