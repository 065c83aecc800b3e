import type { PaneKey } from '../zh-CN/pane';
import { paneFindings } from './pane-findings';
import { paneProfiles } from './pane-profiles';

/** Keys `pane.` …: the task pane, its commands and custom functions; and errors only they say. */
export const pane: Readonly<Record<PaneKey, string>> = {
  'pane.title': 'Jixiao self-evaluation',
  'pane.tabs': 'Steps',
  'pane.tab.recognise': 'Tables',
  'pane.tab.score': 'Score',
  'pane.tab.findings': 'Findings',
  'pane.tab.waiting': '{count} open',
  'pane.tab.output': 'Output',
  'pane.tab.report': 'Report',
  'pane.tab.settings': 'Settings',
  'pane.hidePane': 'Hide this pane',
  'pane.undo': 'Undo',
  'pane.dismiss': 'Dismiss this message',
  'pane.more': 'Show more ({count} left)',
  'pane.loading': 'Reading the workbook…',

  'pane.first.title': 'Your first run',
  'pane.first.line1':
    '1. “Tables” lists the forms found; a column read wrongly is corrected there.',
  'pane.first.line2':
    '2. “Score” first shows what will be written and waits for you; scores you filled in are never changed silently.',
  'pane.first.line3':
    '3. “Findings” says what is wrong, on what basis and what to do; “Go to …” takes you to the cell.',
  'pane.first.done': 'Got it',

  'pane.failed.title': 'The workbook could not be read',
  'pane.broken': 'The pane cannot be shown',
  'pane.outdated': 'The pane has to be opened again',
  'pane.reload': 'Open again',
  'pane.newer':
    'The server has a newer version ({version}). Open the pane again when you are done with what you are doing.',
  'pane.failed.again': 'Try again',
  'pane.empty.title': 'No self-evaluation form found',
  'pane.empty.text': 'No self-evaluation form was recognised in this workbook.',
  'pane.empty.step1': 'Make sure the filled form is open, not a notice or a cover page.',
  'pane.empty.step2':
    'The header should name the indicator, its target, the actual value, the weight and the score.',
  'pane.empty.step3': 'After a change, press the button below.',
  'pane.empty.again': 'Look again',
  'pane.readOnly.title': 'Viewing and checking only.',
  'pane.readOnly.some': 'Some sheets cannot be written.',
  'pane.readOnly.text':
    'Protected sheets: {sheets}. To write scores, unprotect them on the Review tab and look again.',
  'pane.readOnly.partly': 'Some sheets are protected.',
  'pane.readOnly.partlyText':
    '{sheets}: scores go into the cells that are not locked only; fills and notes that the protection forbids are left out, see the list of findings.',

  'pane.recognise.title': 'Forms found: {count}',
  'pane.recognise.offered': 'Possible forms',
  'pane.recognise.offeredText':
    'Their headers were not fully recognised; they are scored once you name the columns.',
  'pane.recognise.card': 'Form on sheet “{sheet}”',
  'pane.recognise.confidence': '{percent}% sure',
  'pane.recognise.noTitle': '(no title)',
  'pane.recognise.project': 'Project: {name}',
  'pane.recognise.rows': 'Indicators: {rows}; weights add up to {weight}',
  'pane.recognise.columns': 'See and correct the columns',
  'pane.recognise.columnsText': 'A correction is remembered in the workbook.',
  'pane.recognise.why': 'On what evidence',
  'pane.recognise.what.self': 'a self-evaluation',
  'pane.recognise.what.target': 'a table of targets',
  'pane.recognise.what.monitor': 'a monitoring table',
  'pane.recognise.what.other-score': 'somebody else’s scores or a set of indicators',
  'pane.recognise.seen': 'Like {what}: {seen}',
  'pane.recognise.rows.indicators': 'indicator rows: {count}',
  'pane.recognise.rows.parts': 'detail rows: {count}',
  'pane.recognise.rows.levels': 'levels: {count}',
  'pane.recognise.rows.subtotals': 'subtotals: {count}',
  'pane.recognise.rows.templates': 'unused template rows: {count}',
  'pane.recognise.decided.total':
    'Row {row} is the total: its figures are the sums of the rows above',
  'pane.recognise.decided.subtotal': 'Row {row} is a subtotal: its figures are sums of rows above',
  'pane.recognise.decided.level':
    'Row {row} is a level: it is numbered, or its points are those of the rows below',
  'pane.recognise.rows.total': 'a total row',
  'pane.recognise.rows.noTotal': 'no total row',
  'pane.recognise.others': 'Tables read but not scored',
  'pane.recognise.othersText': 'These are no self-evaluations; they are neither marked nor scored.',
  'pane.recognise.by.head': 'By its head “{head}”, {percent}% sure',
  'pane.recognise.by.adds-up': 'By its contents: they add up to the full mark, {percent}% sure',
  'pane.recognise.by.never-above': 'By its contents: never above the points, {percent}% sure',
  'pane.recognise.by.measured': 'By its contents: numbers with units, {percent}% sure',
  'pane.recognise.by.like-target': 'By its contents: units as the targets, {percent}% sure',
  'pane.recognise.by.sentences': 'By its contents: whole sentences, {percent}% sure',
  'pane.recognise.by.distinct': 'By its contents: different on every row, {percent}% sure',
  'pane.recognise.known': 'Columns named before',
  'pane.recognise.knownText':
    '“{sheet}” has the heads of a form you corrected before; then: {columns}.',
  'pane.recognise.knownColumn': '{role} in column {letter}',
  'pane.recognise.between': ', ',
  'pane.recognise.takeKnown': 'Do the same here',
  'pane.recognise.automatic': 'Column {letter} (automatic)',
  'pane.recognise.automaticNone': 'None (automatic)',
  'pane.recognise.back': 'Back to automatic',
  'pane.recognise.column': 'Column {letter} {head}',
  'pane.recognise.directions': 'See and correct directions',
  'pane.recognise.directionsText':
    'Only quantitative indicators whose target has no sign; {fixed} more are decided by a sign (≥, ≤, =) or by wording: change those in the sheet.',

  'pane.role.level1': 'Level 1',
  'pane.role.level2': 'Level 2',
  'pane.role.name': 'Indicator name',
  'pane.role.sign': 'Sign or kind',
  'pane.role.target': 'Target',
  'pane.role.unit': 'Unit',
  'pane.role.actual': 'Actual value',
  'pane.role.weight': 'Weight',
  'pane.role.score': 'Score',
  'pane.role.reason': 'Reason for deviation',
  'pane.role.criteria': 'Scoring criteria',
  'pane.direction.positive': 'Higher is better',
  'pane.direction.reverse': 'Lower is better',
  'pane.direction.automatic.positive': 'Higher is better (automatic)',
  'pane.direction.automatic.reverse': 'Lower is better (automatic)',

  'pane.score.title': 'Result',
  'pane.score.previewTitle': 'What will be written',
  'pane.score.previewText': 'Nothing of this is written yet. Look it over, then press Write.',
  'pane.score.noTable': 'There is no form to score. Name the columns under “Tables” first.',
  'pane.score.which': 'Form',
  'pane.score.figures': 'Score, grade and execution rate',
  'pane.score.score': 'Computed score',
  'pane.score.grade': 'Grade',
  'pane.score.rate': 'Execution rate',
  'pane.score.filled':
    'The filled-in scores{total} (without those this tool filled in) are not the recomputed score. Scores you filled in stay, and the total on the form adds up what stands there, so it may differ too; adopt recomputed scores under Findings.',
  'pane.score.filledOverwriting':
    'The scores filled in{total} (without those of this tool) differ from the computed score. Overwriting filled scores is on: recalculating first shows what would change and asks; formulas and scores that need judgement stay.',
  'pane.score.filledTotal': ', {score} in all,',
  'pane.score.asFilled':
    '{points} of these points are not recomputed (qualitative, or without target or actual) and count as filled in.',
  'pane.score.noGrade.blank': 'The form is not filled in yet, so there is no grade.',
  'pane.score.noGrade.unfilled':
    '{count} rows have no 得分 of your own (those filled in by this tool do not count), so there is no grade.',
  'pane.score.noGrade.noTotal': 'The form has no total row, so there is no grade.',
  'pane.score.noGrade.noWeight': 'No row has a 分值, so there is no grade.',
  'pane.score.noGrade.weights':
    'The weights add up to {weight}, not {total}, so there is no grade.',
  'pane.score.levels': 'Computed scores by level (as filled in where not computed)',
  'pane.score.noLevel': 'No level 1',
  'pane.score.funds': 'Budget execution',
  'pane.score.of': '{score} / {weight}',
  'pane.score.mergesUnknown':
    'This version of Excel cannot tell which cells are merged (that takes ExcelApi 1.13). Every cell is checked after writing, and those that did not take are listed.',
  'pane.score.written': 'Written',
  'pane.score.notWritten': 'Not written yet',
  'pane.score.profile': 'Scoring rules: {profile}',
  'pane.score.changed': 'What changed',

  'pane.change.cells': 'Cells ({count})',
  'pane.change.noCells': 'No cell content changes.',
  'pane.change.blank': 'blank',
  'pane.change.funds': 'Budget execution',
  'pane.change.total': 'Total',
  'pane.change.reason': '{name}: reason',
  'pane.change.weight': '{name}: weight',
  'pane.change.rate': '{name}: rate',
  'pane.change.totalWeight': 'Total: weight',
  'pane.change.text': '{text} (text)',
  'pane.change.flags': 'Flags ({count})',
  'pane.change.flagCounts':
    'Errors: {error}, warnings: {warning}, notes: {info}; flags removed: {cleared}.',
  'pane.change.sheets': 'Sheets ({count})',
  'pane.change.sheetNew': 'New: “{name}”',
  'pane.change.sheetAgain': 'Updated: “{name}”',
  'pane.change.sheetRemoved': 'Removed: “{name}”',

  'pane.degraded.title': 'Not written as planned',
  'pane.degraded.between': ', ',
  'pane.degraded.cell-not-kept':
    'Cells that did not change when written: {count} ({places}). Most likely a merged area hides them; they do not count as written. Unmerge them and score again, or use the command line or the web page.',
  'pane.degraded.cell-otherwise':
    'Cells that do not hold what they should after the write: {count} ({places}). Somebody may have changed them meanwhile, or the program took them otherwise; they do not count as written and were left alone. Please check them.',
  'pane.degraded.cell-locked':
    'Cells that are protected and locked, not written: {count} ({places}).',
  'pane.degraded.mark-protected':
    'Places on protected sheets where a fill or note cannot be set; see the list of findings: {count} ({places}).',
  'pane.degraded.fill-lost':
    'Cells whose fill (a gradient) cannot be put back here and is gone: {count} ({places}).',
  'pane.degraded.note-kept':
    'Cells with a note of yours that was kept: {count}. See the list of findings.',
  'pane.degraded.note-left':
    'Earlier notes of ours that this version of Excel can neither change nor remove; please delete them yourself: {count} ({places}).',
  'pane.degraded.mark-lost':
    'Marks that cannot be found since rows or columns changed; please clear them yourself: {count} (set on {places}).',
  'pane.degraded.ledger-gone':
    'Sheets without a ledger (another program lost it, or they are copies), recognised as ours by notes and layout: {count} ({places}). Fills and scores from before the marks are not known.',
  'pane.degraded.ledger-not-kept':
    'Written, but this program cannot keep what this tool remembers in the workbook: once it is closed, this scoring cannot be undone.',
  'pane.degraded.likely-ours':
    'Places that look like ours, but somebody may have changed them; left as they are: {count} ({places}).',
  'pane.degraded.undo-left':
    'Not undone, since rows or columns changed and these may be other cells; please check them: {count} ({places}).',
  'pane.degraded.notes-unsupported':
    'This version has no notes ({count}); the texts are in the list of findings.',
  'pane.degraded.chart-unsupported': 'This version cannot draw the chart of the summary.',
  'pane.degraded.looks-left':
    '{places}: borders, widths or page set-up could not all be set; what it says is not affected.',
  'pane.degraded.sheet-unfinished':
    '{places} was not written to its end; scores and marks are written. Press “Recalculate” to write it again.',
  'pane.degraded.sheet-kept':
    'Sheets left as they are, because they are not ours or a person wrote in them: {count} ({places}).',
  'pane.degraded.sheet-protected': 'Places on protected sheets that were left alone: {count}.',
  'pane.degraded.structure-protected': 'The workbook structure is protected; no sheet was added.',

  ...paneFindings,

  'pane.output.title': 'Output',
  'pane.output.text': 'Written as sheets when scoring; the text can also be copied.',
  'pane.output.summary': 'Summary',
  'pane.output.summaryText':
    'Scores per level, execution rate and differences from the filled scores, with a chart.',
  'pane.output.findings': 'Findings',
  'pane.output.findingsText': 'All findings with links, basis and what was done about them.',
  'pane.output.outline': 'Report outline',
  'pane.output.outlineText': 'The usual structure with the figures of the form filled in.',
  'pane.output.include': 'Write this sheet when scoring',
  'pane.output.open': 'Open',
  'pane.output.openNamed': 'Open: {name}',
  'pane.output.copy': 'Copy text',
  'pane.output.copyNamed': 'Copy text: {name}',
  'pane.output.json': 'Result data (JSON)',
  'pane.output.jsonText': 'The format of the command line’s --json, for other programs.',
  'pane.output.save': 'Save as file',
  'pane.output.copied': 'Copied.',
  'pane.output.failed':
    'The part that writes the text could not be loaded. Check the network or the server and try again.',
  'pane.output.savedUnseen': 'If no saved file appears, select the text below and press Ctrl+C.',
  'pane.output.byHand': 'Copying is not allowed here; select the text below and press Ctrl+C.',

  'pane.settings.title': 'Settings',
  'pane.settings.profile': 'Scoring rules',
  'pane.settings.profileByKind': 'By the kind of form',
  'pane.settings.profileOnly.rubric':
    '“{profile}” is only for tables scored by scoring standards, not for tables of targets and actual values; those keep the profile named below.',
  'pane.settings.profileOnly.target':
    '“{profile}” is only for tables of targets and actual values, not for tables scored by scoring standards; those keep the profile named below.',
  'pane.settings.profileUsed': 'Sheet “{sheet}”: {profile}',
  ...paneProfiles,
  'pane.settings.overwrite': 'Replace filled scores',
  'pane.settings.overwriteHint':
    'While off, scores you filled in are only marked. While on, you are shown what would change first. Formulas always stay.',
  'pane.settings.automatic': 'Recalculate after edits',
  'pane.settings.automaticHint': 'A scored workbook is brought up to date after each edit.',
  'pane.settings.automaticHistory':
    'In this version of Excel every write clears the history of Ctrl+Z; to go back use “Undo this scoring”.',
  'pane.settings.version': 'Jixiao {version}',
  'pane.settings.diagnostics': 'Copy diagnostics',
  'pane.settings.diagnosticsCopied':
    'Copied: version, abilities and the codes of the last errors; nothing of the workbook.',
  'pane.settings.testHint':
    'Check this computer: asks questions on a new sheet that is removed afterwards; your contents are neither read nor written, but the history of Ctrl+Z is cleared, so do it in a copy.',
  'pane.settings.testing': 'Checking: {done} of {total}',
  'pane.settings.tested':
    'Done; copy all of what is below and hand it to whoever looks after this.',
  'pane.settings.testFailed':
    'The check did not finish. Copy the diagnostics and hand them over together with this sentence.',
  'pane.settings.automaticNone': 'Edits are not reported here; use Recalculate.',
  'pane.settings.language': 'Language',
  'pane.settings.back': 'Going back',
  'pane.settings.undo': 'Undo this scoring',
  'pane.settings.undoText':
    'Takes back the last write: scores, flags and sheets, with corrections remembered since.',
  'pane.settings.clear': 'Clear marks',
  'pane.settings.clearText': 'Removes flags and our sheets; the scores stay and are yours.',
  'pane.settings.clearYes': 'Yes, clear',
  'pane.settings.probe': 'Check this computer',
  'pane.settings.introduce': 'Show the introduction again',

  'pane.bar.label': 'Scoring',
  'pane.bar.score': 'Score',
  'pane.bar.recalculate': 'Recalculate',
  'pane.bar.preview': 'To be written: {cells} cells, {flags} flags, {sheets} sheets.',
  'pane.bar.apply': 'Write',
  'pane.bar.cancel': 'Not now',
  'pane.bar.stop': 'Stop',
  'pane.bar.dirty': 'The form or a setting changed; press Recalculate to bring it up to date.',
  'pane.step.reading': 'Reading…',
  'pane.step.scoring': 'Recognising and scoring…',
  'pane.step.writing': 'Writing…',
  'pane.step.checking': 'Checking the result…',

  'pane.notice.scored': 'Written.',
  'pane.notice.recalculated': 'Recalculated.',
  'pane.notice.upToDate': 'Nothing changed; scores and flags are up to date.',
  'pane.notice.nothing': 'There is nothing to write.',
  'pane.notice.cancelled': 'Stopped; nothing was written.',
  'pane.notice.stale':
    'The workbook was changed just now, so nothing was written. Press again to use what it says now.',
  'pane.notice.unread': 'Written, but the workbook could not be read again.',
  'pane.notice.undoneUnread': 'Undone, but the workbook could not be read again.',
  'pane.notice.unreadHint':
    'What is shown here is from before that; press Score or Recalculate to read it again.',
  'pane.notice.degraded': '{count} places were not written as planned; see “Score”.',
  'pane.notice.adopted': 'Computed scores used: {count}.',
  'pane.notice.reasons': 'Reasons written: {count}.',
  'pane.notice.fixes': 'Put right: {count} cells.',
  'pane.notice.waived': 'Set aside: {count}. The reason is kept in the workbook.',
  'pane.notice.unwaived': 'Taken up again.',
  'pane.notice.remembered': 'The correction is remembered in the workbook.',
  'pane.notice.cleared': 'Marks and sheets are cleared; the scores stay.',
  'pane.notice.undone': 'Undone; the workbook is as it was before the write.',
  'pane.notice.undoneLeft': 'Undone; places left as they are: {count} ({places}).',
  'pane.notice.undoneLeftHint':
    'Rows or columns changed there, so they may be other cells, or somebody has written in them; please check.',
  'pane.notice.nothingToUndo': 'There is no write to undo.',
  'pane.notice.burst':
    'The sheet keeps changing, so automatic recalculation was switched off. Use Recalculate.',

  'pane.function.judge': 'Only a person can judge this',
  'pane.function.missing': 'Target, actual value or a valid weight is missing',
  'pane.function.direction': 'Direction is 正向 or 反向, or ≥, ≤, =',
  'pane.function.profile': 'There are no scoring rules named {id}',
  'pane.function.score': 'A score is a number of 0 or more',
};
