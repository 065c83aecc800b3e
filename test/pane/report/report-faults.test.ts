import * as fc from 'fast-check';
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { isFailure, toldOf, type Failure } from '../../../src/model/failure';
import { reportDocx } from '../../../src/report/outline-docx';
import { openReport, readWritten, reportOf } from '../../../src/pane/report/report-file';
import { render } from '../../support/texts';

let whole: Uint8Array;
let parts: Zippable;

beforeAll(async () => {
  whole = await reportDocx([
    { role: 'heading', depth: 1, text: '一、基本情况' },
    { role: 'body', text: '本年度预算100万元，支出80万元，执行率80%。' },
  ]);
  parts = unzipSync(whole);
});

/** Read as both faces of the tab and the command line read it; null where it was read. */
function refusalOf(bytes: Uint8Array): Failure | null {
  try {
    const file = openReport(bytes, '报告.docx');
    reportOf(file, '报告.docx');
    readWritten(file);
    return null;
  } catch (reason) {
    if (isFailure(reason)) return reason;
    throw reason;
  }
}

const withDocument = (xml: string): Uint8Array =>
  zipSync({ ...parts, 'word/document.xml': strToU8(xml) });
const documentXml = (): string => new TextDecoder().decode(unzipSync(whole)['word/document.xml']);

test('a whole one is read', () => {
  expect(refusalOf(whole)).toBeNull();
});

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

const DAMAGED: readonly (readonly [string, () => Uint8Array, string])[] = [
  ['the start of a .docx', () => whole.slice(0, 500), 'report-damaged'],
  ['one without its last byte', () => whole.slice(0, -1), 'report-damaged'],
  ['four letters of a zip', () => new Uint8Array([0x50, 0x4b, 3, 4]), 'report-damaged'],
  ['a main part cut off', () => withDocument(documentXml().slice(0, -300)), 'report-damaged'],
  ['a main part without a body', () => withDocument('<w:document></w:document>'), 'report-empty'],
  [
    'a main part with a document type',
    () => withDocument('<!DOCTYPE a [<!ENTITY b "c">]>' + documentXml()),
    'report-unsafe',
  ],
  ['a part outside', () => zipSync({ ...parts, '../a.xml': strToU8('<a/>') }), 'report-unsafe'],
  [
    'one with a password',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), utf16('EncryptedPackage')]),
    'report-encrypted',
  ],
  ['an old one', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'report-old-format'],
];

test.each(DAMAGED)('%s is told as a report', (_what, bytes, code) => {
  const refusal = refusalOf(bytes());
  expect(refusal?.code).toBe(code);
  expect(refusal?.data).toMatchObject({ path: '报告.docx' });
});

function expectWordsForReports(refusal: Failure): void {
  expect(refusal.code).toMatch(/^report-/);
  for (const language of ['zh-CN', 'en'] as const) {
    const { message, hint } = toldOf(refusal);
    const told = `${render(message, language)}${render(hint, language)}`;
    expect(told).toContain('报告.docx');
    expect(told).not.toMatch(/Excel|xlsx|工作表|工作簿|电子表格|workbook|spreadsheet|sheet/i);
  }
}

test('whatever is cut off or written over, it is read or refused in the words for reports', () => {
  const hurt = fc.record({
    cut: fc.double({ min: 0.001, max: 1, noNaN: true }),
    over: fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ max: 255, min: 0 })),
    ),
  });
  let refused = 0;
  fc.assert(
    fc.property(hurt, ({ cut, over }) => {
      const bytes = whole.slice(0, Math.max(4, Math.ceil(whole.length * cut)));
      // The first two letters say that it is a zip.
      for (const [at, byte] of over) bytes[2 + Math.floor(at * (bytes.length - 3))] = byte;
      const refusal = refusalOf(bytes);
      if (!refusal) return;
      refused += 1;
      expectWordsForReports(refusal);
    }),
  );
  expect(refused).toBeGreaterThan(10);
});
