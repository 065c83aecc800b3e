import type { WorkbenchKey } from '../zh-CN/workbench';

/** English of zh-CN/workbench.ts, key for key. */
export const workbench: Readonly<Record<WorkbenchKey, string>> = {
  'workbench.title': 'Jixiao self-evaluation',
  'workbench.open': 'Open',
  'workbench.save': 'Save',
  'workbench.saving': 'Saving…',
  'workbench.print': 'Print findings',
  'workbench.batch': 'Batch',
  'workbench.more': 'More',
  'workbench.close': 'Close',
  'workbench.cancel': 'Cancel',
  'workbench.theme': 'Colours',
  'workbench.theme.system': 'System',
  'workbench.theme.light': 'Light',
  'workbench.theme.dark': 'Dark',
  'workbench.language': 'Language',
  'workbench.files': 'Open files',
  'workbench.unsaved': '(not saved)',
  'workbench.closeNamed': 'Close “{name}”',
  'workbench.halves': 'Which half to show',
  'workbench.half.sheet': 'Sheet',
  'workbench.half.pane': 'Scores and findings',
  'workbench.splitter': 'Width of the right side',
  'workbench.drop':
    'Let go to open these forms, to check these reports, or to score a whole folder',

  'workbench.waiting-reports':
    'Reports that wait to be checked ({count}): {names}. Open their forms, and they are paired by project; close this line, and they wait no longer.',
  'workbench.waiting-reports.more':
    'Reports that wait to be checked ({count}): {names} and others. Open their forms, and they are paired by project; close this line, and they wait no longer.',
  'workbench.empty.title': 'Open a self-evaluation form',
  'workbench.empty.text':
    'Drop a file here or choose one from your computer. Drop a folder to score all forms in it; finished reports may be dropped too, to be checked.',
  'workbench.empty.open': 'Open files',
  'workbench.empty.folder': 'Score a whole folder',
  'workbench.empty.kinds': '.xlsx, .xlsm, .xls and .et can be opened, several at a time.',
  'workbench.empty.private': 'Files are worked on in this computer only; nothing is sent anywhere.',
  'workbench.empty.recent': 'Opened recently',
  'workbench.empty.examples': 'Look at an example',

  'workbench.opening': 'Opening “{name}”…',
  'workbench.grid.loading': 'Loading the sheet…',
  'workbench.grid.failed': 'The sheet could not be loaded',
  'workbench.grid.failedText':
    'The files of this page may be incomplete. Scoring and saving still work.',
  'workbench.grid.reload': 'Reload the page',
  'workbench.failed.title': '“{name}” could not be opened',
  'workbench.failed.other': 'Open another file',
  'workbench.failed.close': 'Close',
  'workbench.legacy':
    '“{name}” is of an old format and is saved as “{saved}”; the original stays as it is.',

  'workbench.refused.structure':
    'Rows, columns and sheets cannot be inserted, deleted or moved here, so that the form keeps its shape; please do it in Excel or WPS.',
  'workbench.refused.format':
    'Only the content of cells is changed here, not how they look; please format in Excel or WPS.',
  'workbench.refused.protected-sheet':
    'Sheet “{sheet}” is protected and was not changed; please unprotect it in Excel or WPS first.',
  'workbench.refused.merged-part':
    'This cell is covered by a merged one and was not changed; please change the top left cell.',

  'workbench.saved.download': 'Saved as “{name}” in the downloads folder of the browser.',
  'workbench.saved.file': 'Saved to “{name}”.',
  'workbench.closing.title': 'Not saved yet',
  'workbench.closing.text': '“{name}” has changes that are not saved and would be lost.',
  'workbench.closing.save': 'Save and close',
  'workbench.closing.discard': 'Do not save',
  'workbench.lost.text': 'The page was closed last time before these files were saved: {names}.',
  'workbench.lost.one': '{name} ({time})',
  'workbench.lost.restore': 'Restore',
  'workbench.lost.drop': 'Discard',

  'workbench.strip': 'Chart and notes',
  'workbench.unshown.text':
    'Also in the file: {things}. The sheet does not show them; they stay as they are when saved.',
  'workbench.unshown.between': ', ',
  'workbench.unshown.ofBook': '{thing}',
  'workbench.unshown.ofSheet': '{thing}: {count} ({sheet})',
  'workbench.unshown.chart': 'charts',
  'workbench.unshown.image': 'images',
  'workbench.unshown.drawing': 'drawings',
  'workbench.unshown.macros': 'macros',
  'workbench.unshown.pivot-table': 'pivot tables',
  'workbench.unshown.threaded-comment': 'threaded comments',
  'workbench.unshown.conditional-format': 'conditional formats',
  'workbench.unshown.data-validation': 'data validation',
  'workbench.unshown.table': 'tables',
  'workbench.unshown.external-link': 'external links',
  'workbench.unshown.control': 'controls',

  'workbench.chart.heading': 'Computed scores by level',
  'workbench.chart.title': 'Computed scores by level (as filled in where not computed)',
  'workbench.chart.told': '{title}: {bars}',
  'workbench.chart.bar': '{label} {score} of {weight} points; ',
  'workbench.chart.of': '{score} / {weight}',
  'workbench.chart.weight': 'Weight',
  'workbench.chart.score': 'Computed score',
  'workbench.chart.funds': 'Budget execution',
  'workbench.chart.noLevel': 'No level-1 heading',
  'workbench.chart.which': 'Form shown in the chart',

  'workbench.batch.title': 'Score many files',
  'workbench.batch.back': 'Back to the sheet',
  'workbench.batch.pick': 'Choose a folder',
  'workbench.batch.empty': 'Score a whole folder',
  'workbench.batch.emptyText':
    'Choose a folder or drop it here: every form in it and below it is scored and checked; the files stay as they are.',
  'workbench.batch.reading': 'Reading the folder…',
  'workbench.batch.running': 'Scoring: {done} of {total} files',
  'workbench.batch.failed': 'Scoring failed',
  'workbench.batch.writing': 'Making the files…',
  'workbench.batch.projects': 'Projects',
  'workbench.batch.mean': 'Mean score of {count} graded projects',
  'workbench.batch.withErrors': 'Projects with errors',
  'workbench.batch.unreadable': 'Files not scored',
  'workbench.batch.saveAll': 'Save all',
  'workbench.batch.saveSummary': 'Save the summary',
  'workbench.batch.savedFolder':
    '{count} files were written into “{name}”, a new folder in the chosen one.',
  'workbench.batch.search': 'Find a file or project',
  'workbench.batch.only': 'Show',
  'workbench.batch.only.all': 'All',
  'workbench.batch.only.errors': 'With errors',
  'workbench.batch.only.incomplete': 'Score incomplete',
  'workbench.batch.only.failed': 'Not scored',
  'workbench.batch.shown': '{shown} of {all} rows shown',
  'workbench.batch.table': 'All projects',
  'workbench.batch.column.name': 'File',
  'workbench.batch.column.project': 'Project',
  'workbench.batch.column.score': 'Computed score',
  'workbench.batch.column.weight': 'Weights',
  'workbench.batch.column.executionRate': 'Execution rate',
  'workbench.batch.column.grade': 'Grade',
  'workbench.batch.column.errors': 'Errors',
  'workbench.batch.column.warnings': 'Warnings',
  'workbench.batch.column.infos': 'Hints',
  'workbench.batch.open': 'Open',
  'workbench.batch.openNamed': 'Open “{name}”',
  'workbench.batch.noProject': '(no project name)',
  'workbench.batch.incomplete': 'Incomplete',
  'workbench.batch.cannot': 'Not scored',
  'workbench.batch.more': 'Show more ({count} left)',

  'workbench.print.now': 'Print',
  'workbench.print.back': 'Back to the sheet',
  'workbench.print.hint': 'Landscape A4 suits best; the print window can also save a PDF.',
  'workbench.print.about': '{name}, {date}',
  'workbench.print.none':
    'No self-evaluation table was recognised, so nothing was checked and there is no list to print',

  'workbench.shortcuts': 'Keyboard shortcuts',
  'workbench.shortcuts.what': 'What',
  'workbench.shortcuts.keys': 'Keys',
  'workbench.shortcuts.grid':
    'Keys in the sheet are those of Excel: arrows move, F2 edits, Ctrl + Z undoes, Ctrl + C and Ctrl + V copy and paste. On a Mac use Command for Ctrl.',
  'workbench.shortcut.open': 'Open files',
  'workbench.shortcut.save': 'Save',
  'workbench.shortcut.saveAs': 'Save as',
  'workbench.shortcut.print': 'Print findings',
  'workbench.shortcut.score': 'Score',
  'workbench.shortcut.recalculate': 'Recalculate',
  'workbench.shortcut.findings': 'Show the findings',
  'workbench.shortcut.nextFinding': 'Next finding',
  'workbench.shortcut.previousFinding': 'Previous finding',
  'workbench.shortcut.undo': 'Undo what was typed or written, the latest first',
  'workbench.shortcut.regions': 'Go to the sheet, the pane, the toolbar and files in turn',
  'workbench.shortcut.regionsBack': 'The same the other way round',
  'workbench.shortcut.file': 'To one of the open files',
  'workbench.shortcut.help': 'This list',

  'workbench.about': 'About and limits',
  'workbench.about.what':
    'Jixiao {version}: scores and checks self-evaluation forms, writes scores and marks back, and makes summaries and report outlines.',
  'workbench.about.private': 'Files do not leave this computer.',
  'workbench.about.privateText':
    'All is read, computed and saved in the browser; the page sends nothing anywhere. Of files not saved yet a copy is kept in this browser until they are saved or closed.',
  'workbench.about.limits': 'Limits',
  'workbench.about.limit.forms':
    'Only Chinese forms are recognised; rules differ from place to place, so compare with yours first.',
  'workbench.about.limit.formulas':
    'Some formulas may give other results here than in Excel; Excel calculates again when it opens the saved file.',
  'workbench.about.limit.structure':
    'Only the content of cells is changed here: no rows, columns or sheets are added or removed, and no formats.',
  'workbench.about.limit.unshown':
    'Charts, images, macros and the like are not shown in the sheet and stay as they are when saved.',
  'workbench.about.limit.password':
    'Files with a password cannot be read; please remove the password first.',
  'workbench.about.limit.office':
    'Saved files have not been opened one by one in real Excel and WPS; please check some.',
  'workbench.about.licence': 'MIT licence; the sheet is Univer (Apache-2.0).',

  'workbench.serve.building': 'Building the page first, about ten seconds…',
  'workbench.serve.progress': 'Built {done} of {all} ({seconds} s)',
  'workbench.serve.failed': 'The page could not be built; see above.',
  'workbench.serve.ready': 'Jixiao is ready: {address}',
  'workbench.serve.stop': 'Open this address in a browser; Ctrl + C stops it.',
  'workbench.serve.noPort': 'All ports from {from} to {to} are taken; close some program first.',
  'workbench.portable.done': 'One page: {file} ({size} MB), a double click opens it.',
  'workbench.portable.site': 'Folder for a web server: {folder}.',

  'error.file-gone.message': '“{name}” can no longer be read.',
  'error.file-gone.hint':
    'It may have been moved or renamed, or reading it was not allowed; please choose it again.',
  'error.choice-unreadable.message': 'The chosen file or folder could not be read.',
  'error.choice-unreadable.hint':
    'It may have been moved or renamed, or reading it was not allowed; please choose it again.',
  'error.save-failed.message': '“{name}” could not be written.',
  'error.save-failed.hint':
    'Another program may have it open, or writing is not allowed there; please save elsewhere.',
  'error.batch-no-form.message': 'No self-evaluation table was found.',
  'error.batch-no-form.hint':
    'Make sure that this is the filled form, not a notice or a cover; its header should say 三级指标, 年度指标值, 实际完成值, 分值 and 得分.',
};
