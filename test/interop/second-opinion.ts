import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EtSheet } from '../../src/hosts/wps/object-model';
import { bookOf } from '../support/wps-fake/book-of';
import { cellOf } from '../support/wps-fake/fake-book';
import { fakeEt } from '../support/wps-fake/fake-et';
import { buildWorkbook, STYLES } from '../support/workbook-builder';

/**
 * WPS's object model is VBA's. LibreOffice has one of that kind too (`Option VBASupport 1`): a real
 * program's word on what our stand-in for WPS answers about merges, colours and comments.
 */

/** One question in both tongues; what cannot be answered is `error`. */
interface Question {
  readonly name: string;
  /** Statements to run first, then the expression, in Basic. */
  readonly basic: readonly [before: string, expression: string];
  readonly ask: (sheet: EtSheet) => unknown;
}

/** A member that the host does not use. */
interface Asked {
  readonly ColorIndex: unknown;
}

const sizeOf = (values: unknown): string =>
  Array.isArray(values)
    ? `${String(values.length)}×${String(Array.isArray(values[0]) ? values[0].length : 0)}`
    : 'one';

/** LibreOffice knows `Value`, but not `Value2`. */
const sizeInBasic = (range: string): string => `SizeOf(sh.Range("${range}").Value)`;

/** In this order: a comment that was added is there for the next question. */
const QUESTIONS: readonly Question[] = [
  {
    name: 'the first cell of a merge is merged',
    basic: ['', 'sh.Range("A1").MergeCells'],
    ask: (sheet) => sheet.Range('A1').MergeCells,
  },
  {
    name: 'so is a covered one',
    basic: ['', 'sh.Range("B1").MergeCells'],
    ask: (sheet) => sheet.Range('B1').MergeCells,
  },
  {
    name: 'another cell is not',
    basic: ['', 'sh.Range("A2").MergeCells'],
    ask: (sheet) => sheet.Range('A2').MergeCells,
  },
  {
    name: 'cells of which some are merged answer Null',
    basic: ['', 'IsNull(sh.Range("A1:C2").MergeCells)'],
    ask: (sheet) => sheet.Range('A1:C2').MergeCells === null,
  },
  {
    name: 'a range within one merge is merged',
    basic: ['', 'sh.Range("A1:B1").MergeCells'],
    ask: (sheet) => sheet.Range('A1:B1').MergeCells,
  },
  {
    name: 'two merges that fill a range answer Null',
    basic: ['', 'IsNull(sh.Range("A3:B4").MergeCells)'],
    ask: (sheet) => sheet.Range('A3:B4').MergeCells === null,
  },
  {
    name: 'the area of a covered cell',
    basic: ['', 'sh.Range("B1").MergeArea.Address'],
    ask: (sheet) => sheet.Range('B1').MergeArea.Address(),
  },
  {
    name: 'the area of a cell of its own',
    basic: ['', 'sh.Range("A2").MergeArea.Address'],
    ask: (sheet) => sheet.Range('A2').MergeArea.Address(),
  },
  {
    name: 'colours have blue first',
    basic: ['', 'sh.Range("A2").Interior.Color'],
    ask: (sheet) => sheet.Range('A2').Interior.Color,
  },
  {
    name: 'no fill is −4142',
    basic: ['', 'sh.Range("B2").Interior.ColorIndex'],
    ask: (sheet) => (sheet.Range('B2').Interior as unknown as Asked).ColorIndex,
  },
  {
    name: 'a cell without a comment',
    basic: ['', 'IsNull(sh.Range("C3").Comment) Or sh.Range("C3").Comment Is Nothing'],
    ask: (sheet) => (sheet.Range('C3').Comment ?? null) === null,
  },
  {
    name: 'a comment that was added',
    basic: ['sh.Range("C3").AddComment "一"', 'sh.Range("C3").Comment.Text'],
    ask: (sheet) => {
      sheet.Range('C3').AddComment('一');
      return sheet.Range('C3').Comment?.Text();
    },
  },
  {
    name: 'a second comment on one cell is refused',
    basic: ['sh.Range("C3").AddComment "二"', '"added"'],
    ask: (sheet) => {
      sheet.Range('C3').AddComment('二');
      return 'added';
    },
  },
  {
    name: 'after it was deleted another may come',
    basic: [
      'sh.Range("C3").Comment.Delete\n  sh.Range("C3").AddComment "三"',
      'sh.Range("C3").Comment.Text',
    ],
    ask: (sheet) => {
      sheet.Range('C3').Comment?.Delete();
      sheet.Range('C3').AddComment('三');
      return sheet.Range('C3').Comment?.Text();
    },
  },
  {
    name: 'the values of one cell',
    basic: ['', sizeInBasic('A2')],
    ask: (sheet) => sizeOf(sheet.Range('A2').Value2),
  },
  {
    name: 'the values of a row',
    basic: ['', sizeInBasic('A2:C2')],
    ask: (sheet) => sizeOf(sheet.Range('A2:C2').Value2),
  },
  {
    name: 'the values of a column',
    basic: ['', sizeInBasic('A2:A4')],
    ask: (sheet) => sizeOf(sheet.Range('A2:A4').Value2),
  },
];

export interface Opinion {
  readonly name: string;
  readonly libreOffice: string;
  readonly standIn: string;
}

/** What both answer to each question. @throws Error where LibreOffice cannot be asked. */
export function secondOpinions(folder: string): readonly Opinion[] {
  mkdirSync(folder, { recursive: true });
  const theirs = askLibreOffice(folder);
  const ours = askStandIn();
  return QUESTIONS.map(({ name }, index) => ({
    name,
    libreOffice: theirs[index] ?? 'not asked',
    standIn: ours[index] ?? 'not asked',
  }));
}

const ROWS = [['标题'], [1, '文', 3], [5], []] as const;
const MERGES = ['A1:C1', 'A3:A4', 'B3:B4'];

function askStandIn(): readonly string[] {
  const book = bookOf([{ name: '附表', rows: ROWS.map((row) => [...row]), merges: MERGES }]);
  const [sheet] = book.sheets;
  if (sheet) cellOf(sheet, { row: 1, column: 0 }).fill = 0x00ffff;
  const standIn = fakeEt(book).application.ActiveWorkbook?.Worksheets.Item(1);
  return QUESTIONS.map(({ ask }) => {
    try {
      return standIn ? shown(ask(standIn)) : 'not asked';
    } catch {
      return 'error';
    }
  });
}

const shown = (answer: unknown): string =>
  typeof answer === 'boolean' ? (answer ? 'True' : 'False') : String(answer);

function askLibreOffice(folder: string): readonly string[] {
  const [workbook, answers, profile] = ['in.xlsx', 'answers.txt', 'profile'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  const rows = ROWS.map((row, index) =>
    index === 1 ? [{ value: 1, style: STYLES.marked }, ...row.slice(1)] : [...row],
  );
  writeFileSync(workbook, buildWorkbook({ sheets: [{ name: '附表', rows, merges: MERGES }] }));
  // The first start lays out the profile, and would lay it over a macro that is there already.
  soffice(profile, ['--terminate_after_init']);
  const module = join(profile, 'user', 'basic', 'Standard', 'Module1.xba');
  mkdirSync(join(profile, 'user', 'basic', 'Standard'), { recursive: true });
  writeFileSync(module, moduleOf(workbook, answers));
  soffice(profile, ['macro:///Standard.Module1.Main']);
  if (!existsSync(answers)) throw new Error('LibreOffice gave no answers');
  return readFileSync(answers, 'utf8').trimEnd().split('\n');
}

function soffice(profile: string, rest: readonly string[]): void {
  execFileSync(
    'soffice',
    [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', ...rest],
    { stdio: 'ignore', timeout: 120_000 },
  );
}

/** The macro that asks, which runs inside the workbook: only there does VBA's `ActiveWorkbook` stand. */
function inner(answers: string): string {
  const questions = QUESTIONS.map(
    ({ basic: [before, expression] }) => `  Err.Clear
  answer = "error"
${before === '' ? '' : `  ${before}\n`}  If Err.Number = 0 Then answer = CStr(${expression})
  If Err.Number <> 0 Then answer = "error"
  Print #file, answer`,
  );
  return `Option VBASupport 1
Function SizeOf(values) As String
  SizeOf = "one"
  If Not IsArray(values) Then Exit Function
  SizeOf = (UBound(values, 1) - LBound(values, 1) + 1) & "×" & (UBound(values, 2) - LBound(values, 2) + 1)
End Function
Sub Main
  Dim file As Integer
  Dim answer As String
  file = FreeFile
  Open "${answers}" For Output As #file
  On Error Resume Next
  Dim sh
  Set sh = ActiveWorkbook.Worksheets(1)
${questions.join('\n')}
  Close #file
End Sub
`;
}

/** The macro that opens the workbook, puts the other into it and runs it there. */
function moduleOf(workbook: string, answers: string): string {
  const lines = inner(answers)
    .split('\n')
    .map((line) => `  s = s & "${line.replaceAll('"', '""')}" & Chr(10)`);
  const outer = `Sub Main
  Dim props(0) As New com.sun.star.beans.PropertyValue
  props(0).Name = "MacroExecutionMode"
  props(0).Value = 4
  Dim doc
  doc = StarDesktop.loadComponentFromURL("${pathToFileURL(workbook).href}", "_blank", 0, props())
  doc.BasicLibraries.VBACompatibilityMode = True
  Dim s As String
${lines.join('\n')}
  If Not doc.BasicLibraries.hasByName("Standard") Then doc.BasicLibraries.createLibrary("Standard")
  doc.BasicLibraries.getByName("Standard").insertByName("Asking", s)
  Dim script
  script = doc.getScriptProvider().getScript("vnd.sun.star.script:Standard.Asking.Main?language=Basic&location=document")
  script.invoke(Array(), Array(), Array())
  doc.close(True)
  StarDesktop.terminate()
End Sub
`;
  const escaped = outer.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n' +
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">' +
    `${escaped}</script:module>\n`
  );
}
