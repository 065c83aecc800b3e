import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as library from '@e965/xlsx';
import { largeWorkbook } from '../../../bench/large-sheet';
import { generatedForm } from '../../../interop/generated-forms';
import { FAULTY_FORM } from '../../../pane/faulty-form';
import { FORM } from '../../../pane/pane-forms';
import { richWorkbook } from '../../../support/rich-workbook';
import { buildWorkbook, type CellSpec } from '../../../support/workbook-builder';

/** The files the page tests open, made anew for every run. */
export interface PageFiles {
  readonly folder: string;
  readonly form: string;
  /** 51 findings. */
  readonly faulty: string;
  /** 60 indicators. */
  readonly sixty: string;
  readonly legacy: string;
  readonly rich: string;
  readonly broken: string;
  readonly text: string;
  readonly encrypted: string;
  readonly protected: string;
  readonly notice: string;
  /** 20 MB. */
  readonly big: string;
  /** A folder of forms, one of them broken, with a folder below it. */
  readonly batch: string;
}

const plain = (cell: CellSpec | undefined): string | number | boolean | null => {
  if (cell === undefined || cell === null) return null;
  return typeof cell === 'object' ? (cell.value ?? null) : cell;
};

function legacyForm(): Uint8Array {
  const book = library.utils.book_new();
  const rows = FORM.rows.map((row) => row.map(plain));
  library.utils.book_append_sheet(book, library.utils.aoa_to_sheet(rows), '附表');
  return new Uint8Array(library.write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
}

function encryptedFile(): Uint8Array {
  const reader = library.CFB as {
    utils: {
      cfb_new: () => object;
      cfb_add: (container: object, name: string, content: Uint8Array) => void;
    };
    write: (container: object, options: { type: 'array' }) => number[];
  };
  const container = reader.utils.cfb_new();
  reader.utils.cfb_add(container, 'EncryptedPackage', new Uint8Array(64));
  reader.utils.cfb_add(container, 'EncryptionInfo', new Uint8Array(64));
  return Uint8Array.from(reader.write(container, { type: 'array' }));
}

/** A form beside much data and a large picture that cannot be made smaller. */
function bigFile(): Uint8Array {
  const data = Array.from({ length: 12_000 }, (_, row) =>
    Array.from({ length: 12 }, (__, column) => row * 12 + column),
  );
  return buildWorkbook({
    sheets: [FORM, { name: '明细', rows: data }],
    parts: { 'xl/media/image1.png': randomBytes(19.5 * 1024 * 1024) },
  });
}

export function writePageFiles(folder: string): PageFiles {
  const put = (name: string, bytes: Uint8Array | string): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const batch = join(folder, '各单位');
  mkdirSync(join(batch, '乙镇'), { recursive: true });
  const form = buildWorkbook({ sheets: [FORM] });
  put(join('各单位', '甲镇附表.xlsx'), form);
  put(join('各单位', '~$甲镇附表.xlsx'), 'lock');
  put(join('各单位', '坏.xlsx'), form.slice(0, 500));
  put(join('各单位', '乙镇', '乙镇附表.xlsx'), generatedForm(7, 12));
  put(join('各单位', '乙镇', '说明.docx'), 'no workbook');
  return {
    folder,
    form: put('附表.xlsx', form),
    faulty: put('问题多.xlsx', buildWorkbook({ sheets: [FAULTY_FORM] })),
    sixty: put('六十行.xlsx', generatedForm(3, 60)),
    legacy: put('旧附表.xls', legacyForm()),
    rich: put('带图附表.xlsm', richWorkbook()),
    broken: put('坏附表.xlsx', form.slice(0, 500)),
    text: put('文本.xlsx', '项目,得分\n甲,10\n'),
    encrypted: put('加密附表.xlsx', encryptedFile()),
    protected: put(
      '受保护.xlsx',
      buildWorkbook({ sheets: [{ ...FORM, middle: '<sheetProtection sheet="1" objects="1"/>' }] }),
    ),
    notice: put(
      '通知.xlsx',
      buildWorkbook({ sheets: [{ name: '通知', rows: [['关于开展自评工作的通知']] }] }),
    ),
    big: put('大附表.xlsx', bigFile()),
    batch,
  };
}

/** A form of many rows, for measuring. */
export const manyRows = (folder: string, count: number): string => {
  const path = join(folder, `${String(count)}行.xlsx`);
  writeFileSync(path, largeWorkbook(count));
  return path;
};
