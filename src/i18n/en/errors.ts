/** Keys `error.<code>.message` (what happened) and `error.<code>.hint` (what to do next). */
export const errors: Readonly<Record<string, string>> = {
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
  'error.file-xlsb.message':
    'This file is a binary workbook (.xlsb), which cannot be read directly.',
  'error.file-xlsb.hint': 'Open it in Excel or WPS, save it as .xlsx and try again.',
  'error.file-damaged.message': 'The file is damaged or incomplete and cannot be read ({part}).',
  'error.file-damaged.hint':
    'Open it in Excel or WPS and save a copy; if that fails, ask for the file again.',
  'error.legacy-damaged.message':
    'This file in the old format (.xls/.et) is damaged, or too old a version to be read.',
  'error.legacy-damaged.hint': 'Open it in Excel or WPS, save it as .xlsx and try again.',
  'error.encrypted.message': 'The file needs a password to open and cannot be read.',
  'error.encrypted.hint': 'Remove the password in Excel or WPS, save, and choose it again.',
  'error.too-large.message': 'The file is larger than can be read safely ({part}).',
  'error.too-large.hint': 'Delete unneeded sheets, pictures or blank rows, save and try again.',
  'error.sheet-too-large.message': 'The sheet has more cells than can be read ({part}).',
  'error.sheet-too-large.hint':
    'Delete data that is not needed and the blank area to the right and below, save and try again.',
  'error.zip-bomb.message':
    'The file would unpack to an unreasonable size and was refused ({part}).',
  'error.zip-bomb.hint': 'Check where it came from; if you trust it, save a copy in Excel or WPS.',
  'error.zip-unsupported.message': 'The file is packed in a way that is not supported ({part}).',
  'error.zip-unsupported.hint': 'Open it in Excel or WPS, save it as .xlsx and try again.',
  'error.zip-unsafe-name.message': 'The file contains an unsafe path and was refused ({part}).',
  'error.zip-unsafe-name.hint':
    'Check where it came from; if you trust it, save a copy in Excel or WPS.',
  'error.zip-duplicate.message':
    'The file contains two parts of one name, so it is unclear which one counts ({part}).',
  'error.zip-duplicate.hint': 'Open it in Excel or WPS, save a copy and try again.',
  'error.zip-overlap.message': 'Parts inside the file overlap, and it was refused ({part}).',
  'error.zip-overlap.hint':
    'Check where it came from; if you trust it, save a copy in Excel or WPS.',
  'error.part-missing.message': 'The file lacks a part that it needs ({part}).',
  'error.part-missing.hint': 'Open it in Excel or WPS, save a copy and try again.',
  'error.xml-forbidden.message':
    'The file contains an XML declaration that is not allowed (DTD or entities) and was refused ({part}).',
  'error.xml-forbidden.hint':
    'Check where it came from; if you trust it, save a copy in Excel or WPS.',
  'error.xml-damaged.message': 'XML inside the file is incomplete and cannot be read.',
  'error.xml-damaged.hint': 'Open it in Excel or WPS, save a copy and try again.',
  'error.xml-too-deep.message':
    'XML inside the file is nested too deeply and was refused ({part}).',
  'error.xml-too-deep.hint':
    'Check where it came from; if you trust it, save a copy in Excel or WPS.',
  'error.no-sheets.message': 'The workbook has no worksheet to read.',
  'error.no-sheets.hint':
    'Check that it is the right file: the table must be on a worksheet, not a chart or macro sheet.',
  'error.profile-unknown.message': 'There is no profile named “{id}”.',
  'error.profile-unknown.hint':
    'Known profiles: {known}; a profile file can be given with --profile.',
  'error.profile-invalid.message': 'The entry “{path}” of the profile file is not valid.',
  'error.profile-invalid.hint':
    'Check it: only known keys, values within range, and a source in `sources` for every value changed.',
};
