import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { createExcelHost } from '../../src/hosts/excel/excel-host';
import { largeWorkbook } from '../bench/large-sheet';
import { encryptedAgile } from '../support/encrypted-workbook';
import { fileOfBook } from '../support/excel-fake/book-file';
import { AUTHOR, changeCell, sheetNamed } from '../support/excel-fake/fake-book';
import { openFakeExcel } from '../support/excel-fake/fake-excel';
import { formBook, score } from '../support/excel-fake/form-book';
import { damagedForms } from '../support/forms-maker/check-form';
import { formSpec } from '../support/forms-maker/form-spec';
import { biffStream, inCompound, SEED_NAMES, seedParts } from '../support/files-maker/seed-files';
import { madeRow } from '../support/rubric-maker/make-row';
import { richWorkbook } from '../support/rich-workbook';
import { buildSheet, buildWorkbook, STYLES, zipParts } from '../support/workbook-builder';
import type { CellSpec, SheetSpec } from '../support/workbook-builder';
import { generatedForm } from './generated-forms';
import { sheetOf } from './made-forms';

/**
 * The ways the tests build a workbook in memory, each once, by the name of the file. A way that is new
 * belongs in here, so that Microsoft's validator sees what we make of it.
 */

const SEED = 20_261_129;
const MADE_FORMS = 8;
const MADE_ROWS = 30;

/** Every part of a sheet that the builder knows of, around a form with every kind of cell. */
function everyPart(): SheetSpec {
  const rows: CellSpec[][] = [
    ['项目支出绩效自评表', null, null, null, null, null, null, null],
    ['项目名称', '河道清淤', null, null, null, null, null, null],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
    ['产出指标', '数量指标', '清淤长度', '≥20公里', '18公里', 40, null, '上游来水少'],
    ['产出指标', '质量指标', '合格率', { value: 1, style: STYLES.percent }, '100%', 20, 20, null],
    [
      '产出指标',
      '时效指标',
      '完成时间',
      { value: 45_838, style: STYLES.chineseDate },
      { value: 45_809, style: STYLES.date },
      { value: 20, style: STYLES.twoDecimals },
      { value: null, style: STYLES.marked },
      { value: '=1+1', style: STYLES.text },
    ],
    ['效益指标', '社会效益指标', '受益人数', '≥3万人', '3.1万人', 20, true, ''],
    ['底稿', null, null, null, null, 1, 1, '这一行隐藏着'],
    [
      '总分',
      null,
      null,
      null,
      null,
      { value: 100, formula: 'SUM(F4:F7)' },
      { value: 20, formula: 'SUM(G4:G7)' },
    ],
  ];
  return {
    name: '附表',
    rows,
    merges: ['A1:H1', 'A4:A6', 'A9:E9'],
    hiddenRows: [7],
    hiddenColumns: [8],
    heights: { 3: 40 },
    head: '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="14"/>',
    middle: '<autoFilter ref="A3:H8"/>',
    tail: '<conditionalFormatting sqref="G4:G7"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>F4</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="decimal" allowBlank="1" sqref="G4:G7"><formula1>0</formula1><formula2>100</formula2></dataValidation></dataValidations><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
  };
}

const others: readonly SheetSpec[] = [
  { name: '汇总表', rows: [['人自己的表']] },
  { name: "甲'乙 & <丙>", rows: [['名称里有引号']], state: 'hidden' },
  { name: '底稿', rows: [[1]], state: 'veryHidden' },
];

const madeForms = (): Uint8Array =>
  buildWorkbook({
    sheets: fc
      .sample(formSpec, { numRuns: MADE_FORMS, seed: SEED })
      .map((spec, at) => sheetOf(damagedForms(spec).grid, `第${String(at + 1)}张`)),
  });

const madeRows = (): Uint8Array =>
  buildSheet([
    ['项目绩效自评指标评分表'],
    ['一级指标', '三级指标', '评分标准', '完成情况', '分值', '得分'],
    ...fc
      .sample(madeRow, { numRuns: MADE_ROWS, seed: SEED })
      .map(({ name, criteria, told, weight }) => ['产出', name, criteria, told, weight, null]),
  ]);

/** As it is saved out of Excel after a scoring, with marks and notes of a person's among ours. */
async function outOfExcel(): Promise<Uint8Array> {
  const book = formBook(12);
  const form = sheetNamed(book, '附表');
  changeCell(form, 'G6', { fill: { color: '#FFFF00', pattern: 'Solid', patternColor: '' } });
  form.notes.set('C8', { author: AUTHOR, content: '人的批注' });
  await score(createExcelHost(openFakeExcel({ book })));
  return fileOfBook(book);
}

type Built = Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>>;

export const BUILT: Built = {
  'all-parts.xlsx': () => buildWorkbook({ sheets: [everyPart(), ...others] }),
  'inline-1904.xlsx': () =>
    buildWorkbook({ sheets: [everyPart(), ...others], strings: 'inline', date1904: true }),
  'protected.xlsx': () =>
    buildWorkbook({
      sheets: [{ ...everyPart(), middle: '<sheetProtection sheet="1" objects="1"/>' }],
      workbookHead: '<workbookProtection lockStructure="1"/>',
    }),
  'locked-rich.xlsm': () => richWorkbook({ lockedStructure: true }),
  'made-forms.xlsx': madeForms,
  'made-rows.xlsx': madeRows,
  'out-of-excel.xlsx': outOfExcel,
  'large.xlsx': () => largeWorkbook(300),
  ...Object.fromEntries(
    SEED_NAMES.map((name) => [
      `seed-${name.replace(' ', '-')}.xlsx`,
      () => zipParts(seedParts(name)),
    ]),
  ),
  /** These have no package that a result could be compared with. */
  'by-hand.xls': () => inCompound(biffStream('by hand')),
  'by-library.xls': () => inCompound(biffStream('library')),
  'encrypted.xlsx': () =>
    encryptedAgile(generatedForm(3, 9), {
      password: 'VelvetSweatshop',
      spins: 1000,
      hash: 'SHA512',
      keyBits: 256,
    }),
};

/** Writes them all into a folder that is there; gives their paths. */
export async function writeBuilt(folder: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const [name, build] of Object.entries(BUILT)) {
    const path = join(folder, name);
    writeFileSync(path, await build());
    paths.push(path);
  }
  return paths;
}
