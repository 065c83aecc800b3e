import { strFromU8, strToU8, unzipSync } from 'fflate';
import * as library from '@e965/xlsx';
import { evaluate } from '../../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../../src/engine/options';
import { planPatch } from '../../../src/engine/plan';
import { CHINESE } from '../../../src/report/chinese';
import { openXlsx } from '../../../src/xlsx/open';
import { applyPatch } from '../../../src/xlsx/write/apply';
import { EXAMPLE_FORMS } from '../../../examples/example-forms';
import { writeForm } from '../../../examples/form-writer';
import { biff, buildBiff } from '../biff-builder';
import { LEFT_OUT, oddPackage } from '../odd-packages';
import { richParts } from '../rich-workbook';
import { buildSheet, workbookParts, type Parts } from '../workbook-builder';

/** Whole files that mutations begin with: what a careless reader or writer meets, and what we write. */

const partsOf = (bytes: Uint8Array): Parts => new Map(Object.entries(unzipSync(bytes)));

const FORM_ROWS = [
  ['项目支出绩效自评表'],
  ['项目名称', '图书馆开放'],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
  ['产出指标', '数量指标', '开放天数', '≥300天', '290天', 50, null, '闭馆检修'],
  ['效益指标', '社会效益指标', '读者人次', '≥2万人次', '2.1万人次', 50, 50],
  ['总分', null, null, null, null, { value: 100, formula: 'SUM(F4:F5)' }, null],
] as const;

function scored(bytes: Uint8Array): Uint8Array {
  const opened = openXlsx(bytes);
  const result = evaluate(opened.snapshot, DEFAULT_OPTIONS);
  const patch = planPatch(opened.snapshot, result, DEFAULT_OPTIONS, CHINESE);
  return applyPatch(opened, patch).bytes;
}

function exampleForm(): Uint8Array {
  const [make] = Object.values(EXAMPLE_FORMS);
  if (!make) throw new Error('no example');
  return writeForm(make());
}

const rows = () => FORM_ROWS.map((row) => [...row]);
const small = (): Uint8Array => buildSheet(rows(), { merges: ['A1:H1', 'A6:E6'] });

const FAR = '<row r="9999"><c r="XFD9999"><v>1</v></c></row>';

/** As a slip of the finger leaves it. */
function farForm(): Parts {
  const sheets = [
    { name: '附表', rows: rows() },
    { name: '底稿', rows: [['1']] },
  ];
  const farther = (text: string): string => text.replace('</sheetData>', `${FAR}</sheetData>`);
  return new Map(
    [...workbookParts({ sheets })].map(([name, content]) => [
      name,
      name.includes('/worksheets/') ? strToU8(farther(strFromU8(content))) : content,
    ]),
  );
}

const LONGEST_REASON = 20_000;
const MANY_SHEETS = 40;

function longForm(): Parts {
  const form = rows().map((row) =>
    row[7] === '闭馆检修' ? [...row.slice(0, 7), '检修'.repeat(LONGEST_REASON / 2)] : row,
  );
  const others = Array.from({ length: MANY_SHEETS }, (_, at) => ({
    name: `说明${String(at)}`,
    rows: [['见附表']],
  }));
  return workbookParts({ sheets: [{ name: '附表', rows: form }, ...others] });
}

/** As a program leaves it that does not know what it need not show. */
const withoutLedger = (parts: Parts): Parts =>
  new Map([...parts].filter(([name]) => !name.startsWith('customXml/')));

const MAKERS = {
  small: () => partsOf(small()),
  rich: () => richParts(),
  example: () => partsOf(exampleForm()),
  /** With our ledger, marks, notes and sheets in it. */
  scored: () => partsOf(scored(small())),
  /** A number far out, on the form's sheet and on another. */
  far: farForm,
  /** A text nearly as long as a cell may hold, and a good many sheets. */
  long: longForm,
  /** Scored, and what we know of it lost since. */
  'ledger lost': () => withoutLedger(partsOf(scored(small()))),
  odd: () => partsOf(oddPackage('part by part', LEFT_OUT, rows())),
} as const;

export type SeedName = keyof typeof MAKERS;
export const SEED_NAMES = Object.keys(MAKERS) as readonly SeedName[];

const made = new Map<SeedName, Parts>();

/** The parts of a seed; a new map each time, the bytes are shared. */
export function seedParts(name: SeedName): Parts {
  const known = made.get(name) ?? MAKERS[name]();
  made.set(name, known);
  return new Map(known);
}

/** The workbook stream of an .xls: written by a library, or by hand with what no library writes. */
export function biffStream(kind: 'library' | 'by hand'): Uint8Array {
  if (kind === 'library') {
    const cells = FORM_ROWS.map((row) => row.map((cell) => valueOf(cell)));
    const sheet = library.utils.aoa_to_sheet(cells);
    sheet['!merges'] = [library.utils.decode_range('A1:H1')];
    const book = { SheetNames: ['附表'], Sheets: { 附表: sheet } };
    const whole = library.write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer;
    return streamOf(new Uint8Array(whole));
  }
  const cells = FORM_ROWS.flatMap((row, at) =>
    row.flatMap((cell, column) => {
      const value = valueOf(cell);
      if (value === null) return [];
      return typeof value === 'number'
        ? [biff.number(at, column, 0, value)]
        : [biff.label(at, column, 0, value)];
    }),
  );
  const records = [...cells, biff.blanks(8, 0, [0, 0]), biff.merge(0, 0, 0, 7)];
  const globals = [
    biff.font('宋体', 220, true, 8),
    biff.palette([[1, 2, 3]]),
    biff.xf({ fill: 8 }),
  ];
  return buildBiff(globals, [{ name: '附表', records }]);
}

type FormCell = (typeof FORM_ROWS)[number][number];
const valueOf = (cell: FormCell): string | number | null =>
  cell !== null && typeof cell === 'object' ? cell.value : cell;

/** What the library's compound files offer, which it gives no types for. */
interface CompoundFiles {
  readonly read: (bytes: Uint8Array, options: { readonly type: 'buffer' }) => object;
  readonly find: (
    container: object,
    path: string,
  ) => { readonly content: ArrayLike<number> } | null;
  readonly write: (container: object, options: { readonly type: 'array' }) => ArrayLike<number>;
  readonly utils: {
    readonly cfb_new: () => object;
    readonly cfb_add: (container: object, path: string, content: Uint8Array) => void;
  };
}

const compound = library.CFB as CompoundFiles;

function streamOf(bytes: Uint8Array): Uint8Array {
  const found = compound.find(compound.read(bytes, { type: 'buffer' }), 'Workbook');
  return Uint8Array.from(found?.content ?? []);
}

/** A workbook stream in a compound file, as programs since Excel 5 store it. */
export function inCompound(stream: Uint8Array): Uint8Array {
  const container = compound.utils.cfb_new();
  compound.utils.cfb_add(container, 'Workbook', stream);
  return Uint8Array.from(compound.write(container, { type: 'array' }));
}
