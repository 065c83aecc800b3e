import type { ErrorKey } from '../zh-CN/errors';

/** Keys `error.<code>.message` (what happened) and `error.<code>.hint` (what to do next). */
export const errors: Readonly<Record<ErrorKey, string>> = {
  'error.unexpected.message': 'Something unexpected went wrong ({cause}); this step is not done.',
  'error.unexpected.hint':
    'Try again; if it was while opening a file, save a copy with Excel or WPS first. If it stays, send us the file and this message.',
  'error.page-outdated.message':
    'A part of the program did not arrive: the server has a newer one, or the network is gone.',
  'error.page-outdated.hint':
    'Open the pane again. Nothing was written by halves, and what was written is there.',
  'error.template-invalid.message': 'This structure of a report is not well formed at “{path}”.',
  'error.template-invalid.hint':
    'Export one from the pane or with jixiao templates ID --json and change that (with an id of its own).',
  'error.file-empty.message': 'The file is empty.',
  'error.file-empty.hint':
    'Make sure it was downloaded or copied completely, then choose it again.',
  'error.file-not-workbook.message': 'This file is not a spreadsheet.',
  'error.file-not-workbook.hint': 'Choose an .xlsx, .xlsm, .xls or .et file.',
  'error.file-html.message': 'This file is a web page that only carries a spreadsheet’s name.',
  'error.file-html.hint': 'Open it in Excel or WPS, save it as .xlsx and try again.',
  'error.file-text.message': 'This file is plain text (CSV, for example), not a spreadsheet.',
  'error.file-text.hint': 'Open it in Excel or WPS, save it as .xlsx and try again.',
  'error.file-xml-spreadsheet.message':
    'This file is an “XML Spreadsheet 2003”, which cannot be read directly.',
  'error.file-xml-spreadsheet.hint': 'Open it in Excel or WPS, save it as .xlsx and try again.',
  'error.file-pdf.message': 'The file is a PDF, not a spreadsheet.',
  'error.file-pdf.hint':
    'Use the .xlsx, .xlsm, .xls or .et it was printed from; if there is only the PDF, convert it and check the result.',
  'error.file-ods.message': 'The file is an OpenDocument spreadsheet (.ods).',
  'error.file-ods.hint': 'Open it in WPS, LibreOffice or Excel, save it as .xlsx and try again.',
  'error.file-xlsb.message':
    'This file is a binary workbook (.xlsb), which cannot be read directly.',
  'error.file-xlsb.hint': 'Open it in Excel or WPS, save it as .xlsx and try again.',
  'error.file-damaged.message': 'The file is damaged or incomplete and cannot be read.',
  'error.file-damaged.hint':
    'Open it in Excel or WPS and save a copy; if that fails, ask for the file again.',
  'error.file-too-large.message': 'The file is larger than can be read safely.',
  'error.file-too-large.hint':
    'Delete unneeded sheets, pictures or blank rows, save and try again.',
  'error.legacy-damaged.message':
    'This file in the old format (.xls/.et) is damaged, or too old a version to be read.',
  'error.legacy-damaged.hint': 'Open it in Excel or WPS, save it as .xlsx and try again.',
  'error.encrypted.message': 'The file needs a password to open and cannot be read.',
  'error.encrypted.hint':
    'Remove the password (or the protection of the workbook) in Excel or WPS, save, and choose it again.',
  'error.too-large.message': 'The file is larger than can be read safely.',
  'error.too-large.hint': 'Delete unneeded sheets, pictures or blank rows, save and try again.',
  'error.sheet-too-large.message': 'The sheet has more cells than can be read.',
  'error.sheet-too-large.hint':
    'Delete data that is not needed and the blank area to the right and below, save and try again.',
  'error.zip-bomb.message': 'The file would unpack to an unreasonable size and was refused.',
  'error.zip-bomb.hint': 'Check where it came from; if you trust it, save a copy in Excel or WPS.',
  'error.zip-unsupported.message': 'The file is packed in a way that is not supported.',
  'error.zip-unsupported.hint': 'Open it in Excel or WPS, save it as .xlsx and try again.',
  'error.zip-unsafe-name.message': 'The file contains an unsafe path and was refused.',
  'error.zip-unsafe-name.hint':
    'Check where it came from; if you trust it, save a copy in Excel or WPS.',
  'error.zip-duplicate.message':
    'The file contains two parts of one name, so it is unclear which one counts.',
  'error.zip-duplicate.hint': 'Open it in Excel or WPS, save a copy and try again.',
  'error.zip-overlap.message': 'Parts inside the file overlap, and it was refused.',
  'error.zip-overlap.hint':
    'Check where it came from; if you trust it, save a copy in Excel or WPS.',
  'error.part-missing.message': 'The file lacks a part that it needs.',
  'error.part-missing.hint': 'Open it in Excel or WPS, save a copy and try again.',
  'error.xml-forbidden.message':
    'The file contains an XML declaration that is not allowed (DTD or entities) and was refused.',
  'error.xml-forbidden.hint':
    'Check where it came from; if you trust it, save a copy in Excel or WPS.',
  'error.xml-damaged.message': 'XML inside the file is incomplete and cannot be read.',
  'error.xml-damaged.hint': 'Open it in Excel or WPS, save a copy and try again.',
  'error.xml-too-deep.message': 'XML inside the file is nested too deeply and was refused.',
  'error.xml-too-deep.hint':
    'Check where it came from; if you trust it, save a copy in Excel or WPS.',
  'error.no-sheets.message': 'The workbook has no worksheet to read.',
  'error.no-sheets.hint':
    'Check that it is the right file: the table must be on a worksheet, not a chart or macro sheet.',
  'error.profile-unknown.message': 'There is no profile named “{id}”.',
  'error.profile-unknown.hint':
    'Known profiles: {known}; a profile file can be given with --profile.',
  'error.profile-key.message': '“{path}” is no entry of a profile file; “{near}” is.',
  'error.profile-key.hint':
    'Change it to “{near}” or take it out; schemas/profile.schema.json has every entry.',
  'error.profile-invalid.message': 'The entry “{path}” of the profile file is not valid.',
  'error.profile-invalid.hint':
    'Check it: only known keys, values within range, and a source in `sources` for every value changed.',
  'error.stale-snapshot.message':
    'The workbook was changed after it was read; nothing was written.',
  'error.stale-snapshot.hint': 'Run again so that the result is based on what is there now.',
  'error.formula-kept.message': 'Cell {cell} holds a formula; nothing was written.',
  'error.formula-kept.hint':
    'Formulas are never replaced. To fill in a number, clear the formula by hand first.',
  'error.patch-sheet-unknown.message':
    'The sheet to write to does not exist ({sheet}); nothing was written.',
  'error.patch-sheet-unknown.hint': 'Open the workbook again and run once more.',
  'error.patch-shape.message':
    'What was to be written is not rectangular ({sheet}); nothing was written.',
  'error.patch-shape.hint':
    'This is a fault of the program: please report it with the workbook and this message.',
  'error.patch-cell-outside.message':
    'A cell to be written lies outside the sheet ({sheet}, row {row}, column {column}, counted from 0); nothing was written.',
  'error.patch-cell-outside.hint':
    'This is a fault of the program: please report it with the workbook and this message.',
  'error.patch-merge-hidden.message':
    'Cell {sheet}!{cell} is covered by a merged cell; nothing was written.',
  'error.patch-merge-hidden.hint': 'Unmerge it, or use the top-left cell of the merged area.',
  'error.patch-number.message':
    'The number for {sheet}!{cell} is not a valid number; nothing was written.',
  'error.patch-number.hint':
    'This is a fault of the program: please report it with the workbook and this message.',
  'error.patch-text-too-long.message':
    'The text for {sheet}!{cell} is longer than a cell can hold; nothing was written.',
  'error.patch-text-too-long.hint': 'Shorten the texts it is made of and run again.',
  'error.result-too-large.message':
    'With what is to be added the workbook would be too large to be opened again (sheets, cells or bytes); nothing was written.',
  'error.result-too-large.hint':
    'Delete sheets or data that are not needed, or choose fewer sheets in the output settings, and run again.',
  'error.patch-error-value.message':
    'The error value for {sheet}!{cell} is unknown ({value}); nothing was written.',
  'error.patch-error-value.hint':
    'This is a fault of the program: please report it with the workbook and this message.',
  'error.patch-no-formula.message':
    'Cell {cell} holds no formula, so its result cannot be renewed; nothing was written.',
  'error.patch-no-formula.hint': 'Open the workbook again and run once more.',
  'error.patch-sheet-name.message': 'A sheet cannot be called “{sheet}”; nothing was written.',
  'error.patch-sheet-name.hint':
    'A name has 1 to 31 characters, none of [ ] : * ? / \\, and no apostrophe at either end.',
  'error.cancelled.message': 'Stopped as asked.',
  'error.cancelled.hint': 'Nothing was changed; run it again when you need it.',
  'error.excel-too-old.message': 'This version of Excel is too old for the add-in.',
  'error.excel-too-old.hint':
    'Use Excel 2021, Microsoft 365 or Excel on the web; or the web page or WPS edition of this tool.',
  'error.excel-cell-edit.message':
    'A cell is being edited, so Excel accepts no reading or writing.',
  'error.excel-cell-edit.hint': 'Press Enter to finish typing (or Esc to cancel) and try again.',
  'error.excel-too-large.message': 'There is more content than Excel takes in one go.',
  'error.excel-too-large.hint':
    'Delete unrelated sheets or empty rows and columns, or process the file on the command line or the web page.',
  'error.excel-refused.message':
    'Excel did not carry the operation out ({reason}); the workbook is unchanged.',
  'error.excel-refused.hint':
    'Save and try again; if it still fails, close the workbook and open it again.',
  'error.excel-partly-written.message':
    'Writing was interrupted and only part of it was done ({done} of {total} steps, reason: {reason}).',
  'error.excel-partly-written.hint':
    'Press Enter to finish editing, take the run back with Undo this scoring, then score again.',
  'error.sheet-protected.message':
    'The sheet {sheet} is protected and cannot be written to; nothing was changed.',
  'error.sheet-protected.hint': 'Unprotect the sheet on the Review tab and try again.',
  'error.sheet-gone.message': 'The workbook has no sheet {sheet} any more.',
  'error.sheet-gone.hint': 'It may have been deleted or renamed; recognise the workbook again.',
  'error.worker-stopped.message': "The page's background program stopped unexpectedly.",
  'error.worker-stopped.hint': 'Open this page again; unsaved work can be brought back then.',
  'error.book-closed.message': 'This file has been closed.',
  'error.book-closed.hint': 'Open it again.',
  'error.batch-none.message': 'Nothing has been scored in a batch yet.',
  'error.batch-none.hint': 'Choose a folder to score first.',
  'error.batch-no-table.message': 'No self-evaluation table was found.',
  'error.batch-no-table.hint': 'Open this file by itself and name the columns.',
};
