import type { WpsKey } from '../zh-CN/wps';

/** Keys `wps.` …: the WPS add-in's shell, its packages and the probe; and errors only they say. */
export const wpsTexts: Readonly<Record<WpsKey, string>> = {
  'wps.title': 'Jixiao self-evaluation',
  'wps.description': 'Scores and checks self-evaluation forms and writes the results back',
  'wps.noPane':
    'This version of WPS could not open a task pane. Update WPS, or use the command line.',
  'wps.noProgram': 'WPS Spreadsheets was not found. Use this inside WPS Spreadsheets.',
  'wps.saved': 'Saved to {path}',
  'wps.notSaved':
    'Could not save on this computer. Use “Copy” beside it and paste into a text file.',
  'wps.build.done':
    'dist/wps is made. Put the whole folder at {address}, then follow docs/install-wps.md.',

  'error.wps-base-missing.message': 'Where the add-in will stand was not given.',
  'error.wps-base-missing.hint': 'For example: npm run build:wps -- --base http://intranet/jixiao/',
  'error.wps-base-invalid.message': '“{base}” is not an address.',
  'error.wps-base-invalid.hint':
    'Write the whole address, such as http://intranet/jixiao/, without spaces.',
  'error.wps-base-protocol.message': '“{base}” does not begin with http:// or https://.',
  'error.wps-base-protocol.hint':
    'WPS reads add-ins from a web server; without one, give any address and use only the offline folder.',
  'error.wps-base-extra.message': '“{base}” is not the address of a folder.',
  'error.wps-base-extra.hint':
    'Leave out file name, question mark, hash, user name and password, as in http://intranet/jixiao/.',

  'error.no-workbook.message': 'No workbook is open.',
  'error.no-workbook.hint': 'Open the workbook to be scored, then try again.',
  'error.other-workbook.message':
    'The workbook in front is not “{workbook}”, which was read; nothing was changed.',
  'error.other-workbook.hint':
    'Switch to that workbook and try again; if it was closed or saved under another name, open the pane again first.',
  'error.wps-refused.message': 'WPS refused this: {reason}',
  'error.wps-refused.hint':
    'Finish editing the cell and close any dialogue, then try again; if it still fails, run the check of this WPS and send the result.',
  'error.wps-not-kept.message':
    'What was read back after writing is wrong ({cell} of sheet “{sheet}”); everything was taken back.',
  'error.wps-not-kept.hint':
    'Look at the protection and data validation of that cell, or score with the command line.',
  'error.wps-partly-written.message':
    'WPS refused in the middle of writing and not all could be taken back: {reason}',
  'error.wps-partly-written.hint':
    'Press undo in the settings, or close without saving and open the workbook again.',

  'wps.probe.title': 'Check this WPS',
  'wps.probe.start': 'Start',
  'wps.probe.what': 'Asks this WPS {count} questions; takes about a minute.',
  'wps.probe.safe':
    'Writes only into a new, blank workbook, which is closed without saving; your open workbooks are neither read nor changed. Leave WPS alone meanwhile.',
  'wps.probe.top': 'Press here first (does WPS cover the top of the pane?)',
  'wps.probe.topPressed': 'Pressed',
  'wps.probe.progress': 'Checking: {done} of {total}',
  'wps.probe.broken': 'The check broke off: {reason}',
  'wps.probe.summary':
    '{held} as expected, {differs} different, {known} recorded, {failed} could not be asked.',
  'wps.probe.refused': 'There was no new workbook, so nothing that writes was done ({reason}).',
  'wps.probe.notClosed': 'The scratch workbook could not be closed; close it without saving.',
  'wps.probe.json': 'Result (JSON)',
  'wps.probe.send':
    'Save or copy the result and send it to whoever maintains the add-in. It holds nothing of your files; it holds the paths of WPS and of the temporary folder.',
  'wps.probe.copy': 'Copy the result',
  'wps.probe.save': 'Save the result',
  'wps.probe.copied': 'Copied; if not, select all in the box below and copy.',
  'wps.probe.verdict.held': 'As expected',
  'wps.probe.verdict.differs': 'Different',
  'wps.probe.verdict.known': 'Recorded',
  'wps.probe.verdict.failed': 'Not asked',

  'wps.probe.engine.question': 'Which web engine is it?',
  'wps.probe.engine.how': 'Reads the user agent and measures the gap of a flex box.',
  'wps.probe.engine.settles':
    'Below Chromium 80 the add-in does not run; below 84 it stands closer together.',

  'wps.probe.program.question': 'Name, version, build, path and system of WPS?',
  'wps.probe.program.how': 'Reads five properties of Application.',
  'wps.probe.program.settles': 'Which version and system the other answers belong to.',

  'wps.probe.misspelt.question': 'Does a member that does not exist read as undefined, or throw?',
  'wps.probe.misspelt.how': 'Reads Application.NoSuchMember.',
  'wps.probe.misspelt.settles': 'Where it does not throw, what was written must be read back.',

  'wps.probe.panes.question': 'How is the task pane interface spelt, and are panes found by id?',
  'wps.probe.panes.how':
    'Looks at CreateTaskPane, CreateTaskpane and GetTaskPane and finds this pane.',
  'wps.probe.panes.settles': 'Which spelling to use, and whether hiding works.',

  'wps.probe.top-button.question': 'Can a button in the top 40 pixels of the pane be pressed?',
  'wps.probe.top-button.how':
    'Shows a button at the very top of this page, to be pressed first, and notes whether it was.',
  'wps.probe.top-button.settles':
    'Whether WPS covers the top of a pane, and whether anything to be pressed may stand there.',

  'wps.probe.storage.question':
    'What does PluginStorage give back for numbers, booleans and texts?',
  'wps.probe.storage.how': 'Stores four values, reads them, removes them and reads a missing one.',
  'wps.probe.storage.settles': 'How the ribbon hands commands to the pane.',

  'wps.probe.undo-members.question': 'Are Undo and OnUndo there?',
  'wps.probe.undo-members.how': 'Looks at the types of the two members.',
  'wps.probe.undo-members.settles': 'Whether our undo could join the undo of WPS.',

  'wps.probe.switches.question':
    'Can ScreenUpdating, EnableEvents and DisplayAlerts be switched off and back?',
  'wps.probe.switches.how': 'Sets each to false, reads it and restores it.',
  'wps.probe.switches.settles':
    'Whether repainting, events and prompts can be held during a write.',

  'wps.probe.folders.question': 'Are the download, desktop and temporary folders told?',
  'wps.probe.folders.how': 'Reads three paths of Env and FileSystem.tmpdir.',
  'wps.probe.folders.settles': 'Where exported files go.',

  'wps.probe.file-text.question': 'In which encoding does WriteFile write Chinese?',
  'wps.probe.file-text.how':
    'Writes two letters into the temporary folder, reads the bytes and removes the file.',
  'wps.probe.file-text.settles': 'Whether Chinese can be written as it is, or only as ASCII.',

  'wps.probe.empty-sheet.question': 'Is the UsedRange of an empty sheet the one cell A1?',
  'wps.probe.empty-sheet.how': 'Reads UsedRange of a new sheet.',
  'wps.probe.empty-sheet.settles': 'How empty sheets are recognised.',

  'wps.probe.shape-cell.question': 'Are Value2 and Formula of one cell a single value?',
  'wps.probe.shape-cell.how': 'Writes B2 and reads it.',
  'wps.probe.shape-cell.settles': 'How answers are brought to two dimensions.',

  'wps.probe.shape-row.question': 'Is a row (1×3) read in one dimension or two?',
  'wps.probe.shape-row.how': 'Writes B2:D2 and reads it.',
  'wps.probe.shape-row.settles': 'The shape of a row over the bridge, which is documented nowhere.',

  'wps.probe.shape-column.question': 'Is a column (3×1) read in one dimension or two?',
  'wps.probe.shape-column.how': 'Writes B2:B4 and reads it.',
  'wps.probe.shape-column.settles':
    'The shape of a column over the bridge, which is documented nowhere.',

  'wps.probe.shape-block.question': 'Can a block (2×3) be written and read at once?',
  'wps.probe.shape-block.how':
    'Writes B2:D3 with texts, numbers, a boolean and a blank and reads it.',
  'wps.probe.shape-block.settles': 'Whether bulk reads and writes work.',

  'wps.probe.null-clears.question': 'Does null in an array clear a cell?',
  'wps.probe.null-clears.how': 'Writes 1, then a block with null, and reads it.',
  'wps.probe.null-clears.settles': 'Whether cells are cleared with null or with an empty text.',

  'wps.probe.text-stays.question':
    'With the text format set first, do texts such as =1+1, 007 and 1e3 stay?',
  'wps.probe.text-stays.how': 'Sets NumberFormat to @, writes a column and reads each cell.',
  'wps.probe.text-stays.settles': 'Whether texts turn into formulas, numbers or dates.',

  'wps.probe.apostrophe.question':
    'Is a text with an apostrophe before it kept without the apostrophe?',
  'wps.probe.apostrophe.how':
    'Writes three texts with an apostrophe and reads them; then one into a text cell.',
  'wps.probe.apostrophe.settles': 'Whether texts are written with an apostrophe or a format.',

  'wps.probe.error-values.question': 'Are #DIV/0!, #N/A and #NAME? read as the integers agreed?',
  'wps.probe.error-values.how': 'Writes three formulas and reads Value2 and Text.',
  'wps.probe.error-values.settles': 'How error values are recognised.',

  'wps.probe.merge-mixed.question': 'Is MergeCells null where only part is merged?',
  'wps.probe.merge-mixed.how': 'Merges D1:E1 and reads MergeCells of four areas.',
  'wps.probe.merge-mixed.settles': 'Whether large areas without merges can be ruled out at once.',

  'wps.probe.merge-side-by-side.question': 'What is MergeCells of two merges side by side?',
  'wps.probe.merge-side-by-side.how': 'Merges A1:B1 and A2:B2; reads A1:B2 and A1:B1.',
  'wps.probe.merge-side-by-side.settles': 'How many merges one question can verify.',

  'wps.probe.merge-hidden.question': 'Is a covered cell of a merge read as blank?',
  'wps.probe.merge-hidden.how': 'Merges A1:B2 and reads B2 and its MergeArea.',
  'wps.probe.merge-hidden.settles': 'Whether covered cells count as blank.',

  'wps.probe.merge-written.question': 'Does writing an array over a merge leave content under it?',
  'wps.probe.merge-written.how': 'Merges A1:B1, writes two values, unmerges and reads B1.',
  'wps.probe.merge-written.settles': 'Why plans keep away from covered cells.',

  'wps.probe.colour.question':
    'Are fills BGR integers, and what do no fill and mixed fills read as?',
  'wps.probe.colour.how': 'Reads a blank cell, writes 13551615, reads it and then two cells.',
  'wps.probe.colour.settles': 'How fills are remembered and restored.',

  'wps.probe.many-areas.question':
    'Does one address with many areas colour them all, and does a long one throw?',
  'wps.probe.many-areas.how': 'Colours A1,B3,C5:D6 and reads an address over 255 letters.',
  'wps.probe.many-areas.settles': 'Whether marks can be set in few calls.',

  'wps.probe.areas-pattern.question': 'What is Interior.Pattern where only part is coloured?',
  'wps.probe.areas-pattern.how': 'Colours B3; reads Pattern of A1, B3, A1:B3 and “A1,B3”.',
  'wps.probe.areas-pattern.settles':
    'Whether one question can tell that cells have no fill, without missing a person’s.',

  'wps.probe.note-twice.question':
    'Are notes read back as written, and does adding one twice throw?',
  'wps.probe.note-twice.how': 'Adds a note to A1, reads it, adds again and deletes it.',
  'wps.probe.note-twice.settles': 'Notes must be deleted before they are added.',

  'wps.probe.formats-mixed.question': 'Is NumberFormat null where formats differ?',
  'wps.probe.formats-mixed.how': 'Sets 0.00% on A1 and reads one and two cells.',
  'wps.probe.formats-mixed.settles': 'Whether number formats can be read by areas.',

  'wps.probe.protected-write.question':
    'On a protected sheet, does writing to a locked cell throw or do nothing, and do unlocked cells take values?',
  'wps.probe.protected-write.how':
    'Unlocks B1, protects the sheet, writes A1 and B1, sets a fill and a note on B1, reads Locked and the two options, unprotects.',
  'wps.probe.protected-write.settles':
    'Whether unlocked score cells alone can be written, and which option fills and notes go by.',

  'wps.probe.hidden-rows.question': 'Can hidden rows be found by areas?',
  'wps.probe.hidden-rows.how': 'Hides row 2 and reads EntireRow.Hidden of three areas.',
  'wps.probe.hidden-rows.settles': 'How hidden rows are found in few calls.',

  'wps.probe.filtered-block.question': 'Is a column written as a block right in a filtered sheet?',
  'wps.probe.filtered-block.how':
    'Filters by 甲, which hides row 3, writes B2:B4 as a block and C3 alone, and reads each cell.',
  'wps.probe.filtered-block.settles':
    'Whether scores may be written as a block while a filter is on, or only cell by cell.',

  'wps.probe.value-11.question': 'Does Value(11) give XML with merges and notes at once?',
  'wps.probe.value-11.how': 'Writes a block, merges, adds a note and reads Value(11).',
  'wps.probe.value-11.settles': 'Whether a sheet could be read in one call later on.',

  'wps.probe.chart.question': 'Does AddChart2 draw a chart and take a title?',
  'wps.probe.chart.how':
    'Draws a column chart, switches the title on, writes it and counts charts.',
  'wps.probe.chart.settles': 'Whether the summary sheet has its chart.',

  'wps.probe.speed.question':
    'How many milliseconds do a block of 200×9 and 200 single cells take?',
  'wps.probe.speed.how': 'Takes the time of three steps.',
  'wps.probe.speed.settles': 'Whether the budget of calls is right.',

  'wps.probe.sheets.question': 'Can sheets be added at the end, named, very hidden and deleted?',
  'wps.probe.sheets.how': 'Adds one, checks its place, hides it and deletes it.',
  'wps.probe.sheets.settles': 'Where our sheets and the ledger go.',

  'wps.probe.custom-xml.question': 'Can CustomXMLParts be added, read, found and deleted?',
  'wps.probe.custom-xml.how': 'Adds a part, reads its XML, finds it by namespace and deletes it.',
  'wps.probe.custom-xml.settles':
    'Whether the ledger can be the same custom XML part as elsewhere.',

  'wps.probe.document-properties.question': 'Can custom document properties be added and deleted?',
  'wps.probe.document-properties.how': 'Adds one, reads it and deletes it.',
  'wps.probe.document-properties.settles': 'What to fall back on without custom XML parts.',

  'wps.probe.save-copy.question': 'Can a copy saved with SaveCopyAs be read as bytes?',
  'wps.probe.save-copy.how':
    'Saves into the temporary folder, reads the first bytes and removes it.',
  'wps.probe.save-copy.settles': 'Whether everything could be read from a copy later on.',

  'wps.probe.ledger-reopened.question':
    'Are a custom XML part and a very hidden sheet still there once saved and opened again?',
  'wps.probe.ledger-reopened.how':
    'Leaves a text in each, saves a copy to the temporary folder, opens it, looks, closes, deletes.',
  'wps.probe.ledger-reopened.settles':
    'Where the ledger can be kept so that undo and clearing work after closing.',

  'wps.probe.date-1904.question': 'Is the date system told?',
  'wps.probe.date-1904.how': 'Reads Date1904 of the new workbook.',
  'wps.probe.date-1904.settles': 'Whether dates are converted reliably.',

  'wps.probe.activate-event.question':
    'Is WorkbookActivate fired when another workbook comes to the front?',
  'wps.probe.activate-event.how': 'Listens from before the new workbook.',
  'wps.probe.activate-event.settles': 'Whether the pane follows by itself.',

  'wps.probe.events-on.question': 'Does our own write fire SheetChange, at once or later?',
  'wps.probe.events-on.how': 'With events on, writes A1 and counts at once and a second later.',
  'wps.probe.events-on.settles': 'How our own edits are told from a person’s.',

  'wps.probe.events-off.question': 'With EnableEvents false, does SheetChange really stay away?',
  'wps.probe.events-off.how':
    'Switches events off, writes A1, restores and counts at three moments.',
  'wps.probe.events-off.settles':
    'Whether EnableEvents holds back ApiEvent, which is documented nowhere.',

  'wps.probe.undo-cells.question': 'After three writes, how many cells does one undo take back?',
  'wps.probe.undo-cells.how': 'Writes A1, A2 and A3, undoes once and counts.',
  'wps.probe.undo-cells.settles': 'How many undo steps one scoring makes.',

  'wps.probe.undo-block.question':
    'After one block of four cells, how many does one undo take back?',
  'wps.probe.undo-block.how': 'Writes A1:B2, undoes once and counts.',
  'wps.probe.undo-block.settles': 'Whether a block is one undo step.',

  'wps.probe.host-read.question': 'Does the add-in read what was written, and the same twice?',
  'wps.probe.host-read.how': 'Puts a form on a new sheet and reads it twice through the adapter.',
  'wps.probe.host-read.settles': 'Whether recognition and scoring stand on sound ground.',

  'wps.probe.host-values.question':
    'Do writing, clearing and leaving alone each do that and nothing beside?',
  'wps.probe.host-values.how': 'Writes a score, clears a reason, leaves a weight and reads.',
  'wps.probe.host-values.settles': 'The basic promise of writing back.',

  'wps.probe.host-text.question': 'Do texts that look like formulas or numbers stay texts?',
  'wps.probe.host-text.how': 'Writes nine texts and reads each.',
  'wps.probe.host-text.settles': 'Texts of forms are never run as formulas.',

  'wps.probe.host-refuses.question': 'Are stale plans, formulas and covered cells refused?',
  'wps.probe.host-refuses.how': 'Tries three plans and checks codes and that nothing changed.',
  'wps.probe.host-refuses.settles': 'Formulas and fresh edits of others are not overwritten.',

  'wps.probe.host-scoring.question':
    'One whole scoring: are scores, marks, sheets and ledger written, stable and cleared?',
  'wps.probe.host-scoring.how': 'Scores, reads, plans again, clears and reads.',
  'wps.probe.host-scoring.settles':
    'Whether the add-in works in this version; what it cannot do is in degradations.',

  'wps.probe.host-undo.question': 'Does undoing a scoring restore what was before?',
  'wps.probe.host-undo.how': 'Scores, undoes and compares all cells.',
  'wps.probe.host-undo.settles': 'Undo does not rely on Ctrl+Z.',

  'wps.probe.host-events.question': 'Are own writes silent and edits of others told?',
  'wps.probe.host-events.how':
    'Writes through the adapter, then edits a cell directly, and counts.',
  'wps.probe.host-events.settles': 'Automatic recalculation does not trigger itself.',
};
