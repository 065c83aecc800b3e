import type { CliKey } from '../zh-CN/cli';
import { cliHelp } from './cli-help';

/** Keys `cli.` …, and `error.` … for what only the command line can refuse. */
export const cli: Readonly<Record<CliKey, string>> = {
  ...cliHelp,
  'cli.progress.files': 'files',
  'cli.note.converted': 'The input is a .{format} file; the result is {output}.',
  'cli.note.results-unfinished':
    '“{path}” is not complete (no last line); projects may be missing.',
  'cli.note.not-compared':
    'Not all projects were checked against each other: that needs workbooks, {most} projects at most.',
  'cli.summary.row': '{number}  {project}  filled {filled}  computed {score}  {grade}',
  'cli.summary.written': 'The summary is in {path}.',
  'cli.summary.total': '{projects} projects; {failed} files failed.',
  'cli.note.cleared': 'Cleared: {marks} marks, {sheets} sheets.',
  'cli.note.nothing-ours': 'Nothing of ours was found.',
  'cli.note.other.target': '{place} is a table of targets: read, not scored.',
  'cli.note.other.monitor': '{place} is a table of interim monitoring: read, not scored.',
  'cli.note.other.other-score':
    '{place} is a reviewer’s score table or a system of indicators: read, not scored.',
  'cli.note.nothing-to-fix': 'Nothing could be put right for certain, so no file was written.',
  'cli.note.no-table':
    'No self-evaluation form was found: there are no heads for indicators, targets, results and scores. Nothing is scored or written. Where there is one, name its columns with --map, e.g. --map name=C,target=D,actual=E,weight=F,score=G.',
  'cli.note.only-others':
    'The file has no other self-evaluation form; nothing is scored or written.',
  'cli.note.doubtful-table':
    '{place} may be a form, but that is not certain, so it was not treated as one. Name its columns with --map, e.g. --map "{sheet}!name=C,target=D,actual=E,weight=F,score=G".',
  'cli.degradation.cell-not-kept':
    '{place} did not change when written; most likely a merged area hides it.',
  'cli.degradation.cell-otherwise':
    '{place} does not hold what it should after the write: somebody may have changed it meanwhile, or the program took it otherwise. Please check it.',
  'cli.degradation.cell-locked': '{place} is protected and locked; it was not written.',
  'cli.degradation.mark-protected':
    '{place} is on a protected sheet: a fill or note cannot be set, see the list of findings.',
  'cli.degradation.fill-lost': 'The fill of {place} could not be put back and is gone.',
  'cli.degradation.note-kept':
    '{place} has a comment of yours, which stays; ours is in the findings sheet only.',
  'cli.degradation.note-left': 'An earlier note of ours still stands on {place}; please delete it.',
  'cli.degradation.mark-lost':
    'The mark set on {place} cannot be found since rows or columns changed; please clear it yourself.',
  'cli.degradation.ledger-gone':
    '{place}: no ledger of ours (another program lost it, or the sheet is a copy); what is ours was recognised by its notes and layout and treated so. Fills and scores from before the marks are not known.',
  'cli.degradation.ledger-not-kept':
    'The workbook cannot keep what this tool remembers; once closed, nothing can be undone.',
  'cli.degradation.likely-ours':
    '{place} looks like ours, but somebody may have changed it; it was left as it is.',
  'cli.degradation.undo-left':
    '{place} was not undone: since rows or columns changed it may be another cell; please check it.',
  'cli.degradation.notes-unsupported':
    '{place} cannot carry a note; the text is in the findings sheet only.',
  'cli.degradation.chart-unsupported': '{place} cannot show a chart; only the table was written.',
  'cli.degradation.sheet-protected':
    'Sheet “{place}” is protected; it was written in the file and the protection stays.',
  'cli.degradation.structure-protected':
    'The structure of the workbook is protected; sheet “{place}” was added in the file and the protection stays.',
  'cli.degradation.looks-left':
    '{place}: borders, widths or page set-up could not all be set; what it says is not affected.',
  'cli.degradation.sheet-unfinished':
    '{place} was not written to its end; scores and marks are written.',
  'cli.degradation.sheet-kept':
    'Sheet “{place}” is not ours or was edited by a person, and was left as it is.',
  'cli.print.severity.error': 'error',
  'cli.print.severity.warning': 'warning',
  'cli.print.severity.info': 'info',
  'cli.print.points': '{points} points',
  'cli.print.text': '“{text}”',
  'cli.print.blank': 'blank',
  'cli.print.settled': 'settled {count}',
  'cli.print.status.filled': 'score filled in',
  'cli.print.status.adopted': 'computed score used',
  'cli.print.status.waived': 'set aside: {reason}',
  'cli.print.table':
    '{place}: {count} indicators, computed score {score} / {weight}{filled}{grade}{state}',
  'cli.print.table.filled': ' (filled in: {score})',
  'cli.print.table.blank': ', not filled in',
  'cli.print.table.incomplete': ', incomplete ({scored} of {weighted} rows have a score)',
  'cli.print.table.grade': ', grade {grade}',
  'cli.print.hint': 'What to do: {hint}',
  'cli.print.note': 'Note: {note}',
  'cli.print.fix': 'What to do: {fix}',
  'cli.print.total':
    '{files} files, {failed} could not be processed{without}; errors {error}, warnings {warning}, infos {info}.',
  'cli.print.total.without': ', {count} have no self-evaluation form (marked –)',
  'cli.print.markdown.title': 'Findings in self-evaluation forms',
  'cli.print.markdown.none': 'Nothing was found.',
  'cli.print.markdown.cell': 'Cell',
  'cli.print.markdown.severity': 'Severity',
  'cli.print.markdown.rule': 'Check',
  'cli.print.markdown.message': 'Finding',
  'cli.print.markdown.expected': 'Expected',
  'cli.print.markdown.found': 'Found',
  'cli.print.markdown.fix': 'What to do',
  'cli.print.markdown.status': 'What was done',
  'error.usage-command.message': 'There is no command “{command}”.',
  'error.usage-command.hint': 'jixiao --help lists the commands.',
  'error.usage-option.message': 'There is no option “{option}”.',
  'error.usage-option.hint':
    'Add --help to the command for its options; write ./ before a file name that begins with -.',
  'error.usage-value.message': 'Option {option} is not written as it should be.',
  'error.usage-value.hint': 'Add --help to the command: some options need a value, some take none.',
  'error.usage-argument.message': 'There is one argument too many: “{argument}”.',
  'error.usage-argument.hint': 'Add --help to the command; quote names that hold spaces.',
  'error.usage-map.message': '“{text}” of --map cannot be read.',
  'error.usage-map.hint':
    'Write role=column, e.g. --map score=I,weight=H; jixiao score --help lists the roles.',
  'error.usage-number.message': '{option} needs a whole number, 0 or more, not “{text}”.',
  'error.usage-number.hint': 'For example {option} 0.',
  'error.usage-format.message': 'There is no format “{format}”.',
  'error.usage-format.hint': '--format is pretty, json or markdown.',
  'error.usage-shard.message': '“{text}” of --shard cannot be read.',
  'error.usage-shard.hint': 'Write which of how many, counted from 0: --shard 0/4 to --shard 3/4.',
  'error.run-stopped.message':
    'Stopped half way: {files} files done ({failed} failed), {left} not done.',
  'error.run-stopped.hint':
    'What is done is whole, no half file is left; the same command starts from the beginning.',
  'error.usage-group.message': 'Projects cannot be grouped by “{group}”.',
  'error.usage-group.hint': '--group is none, department or folder.',
  'error.usage-summary-file.message': 'The summary cannot be saved as “{path}”.',
  'error.usage-summary-file.hint': 'Give a name that ends with .xlsx.',
  'error.results-not-ours.message': 'Line {line} of “{path}” is no result of this tool.',
  'error.results-not-ours.hint': 'Give a file that score or check --ndjson wrote, as it is.',
  'error.usage-no-input.message': 'No file was named.',
  'error.usage-no-input.hint': 'Name files, folders or globs, e.g. jixiao score form.xlsx.',
  'error.usage-template.message': 'No report template was named.',
  'error.usage-template.hint': 'Add --template ID; jixiao templates lists them.',
  'error.usage-report-file.message': 'A report cannot be written as “{path}”.',
  'error.usage-report-file.hint': 'The name must end in .docx or .md.',
  'error.input-not-found.message': '“{path}” was not found.',
  'error.input-not-found.hint': 'Check the path and the name; quote globs.',
  'error.input-folder-empty.message': 'There is no workbook in the folder “{path}”.',
  'error.input-folder-empty.hint':
    'Only .xlsx, .xlsm, .xls and .et are looked for; name other files themselves.',
  'error.input-not-file.message': '“{path}” is not a file.',
  'error.input-not-file.hint': 'Name a workbook or a folder.',
  'error.input-too-large.message': '“{path}” has {size} MB, more than the limit of {limit} MB.',
  'error.input-too-large.hint':
    'Remove sheets and pictures that do not belong to the form, then try again.',
  'error.input-unreadable.message': '“{path}” cannot be read.',
  'error.input-unreadable.hint':
    'Make sure no other program holds the file and that you may read it.',
  'error.output-is-input.message':
    'The result would overwrite the input “{path}”; nothing was written.',
  'error.output-is-input.hint': 'Choose another folder with --out.',
  'error.output-changed.message': '“{path}” holds what a person wrote and was not overwritten.',
  'error.output-changed.hint':
    'Add --force if it is not wanted, or choose another place with --out; for a report, --keep “{path}” goes on with it.',
  'error.output-exists.message':
    '“{path}” is there already and was not written by this tool; it was left alone.',
  'error.output-exists.hint': 'Move or rename it, or choose another folder with --out.',
  'error.output-folder.message': 'The folder “{path}” cannot be made.',
  'error.output-folder.hint':
    'Make sure no file has that name and that you may write there, or choose another with --out.',
  'error.output-write.message': '“{path}” cannot be written; no half file was left.',
  'error.output-write.hint':
    'Close it in Excel or WPS if it is open there; then check disk space and permissions.',
  'error.file-timeout.message': '“{path}” was not done after {seconds} seconds and was given up.',
  'error.file-timeout.hint':
    'Remove sheets that do not belong to the form, then try again; other files are not affected.',
  'error.file-memory.message': '“{path}” is too large for the memory there is.',
  'error.file-memory.hint':
    'Remove sheets that do not belong to the form, then try again; other files are not affected.',
  'error.file-crash.message': 'The program failed on “{path}”; there is no result for it.',
  'error.file-crash.hint': 'Please send us the file and the command; other files are not affected.',
  'error.profile-choice.message': 'There is no profile “{id}”, and no such file.',
  'error.profile-choice.hint':
    'jixiao profiles lists the ids; for your own give the path of a .json file.',
  'error.rule-not-fixable.message': 'Nothing that “{id}” finds can be put right for certain.',
  'error.rule-not-fixable.hint': 'These can: {fixable}.',
  'error.rule-unknown.message': 'There is no check “{id}”.',
  'error.rule-unknown.hint': 'jixiao rules lists them.',
  'error.rule-page-missing.message': 'The page of check “{id}” is not beside the program.',
  'error.rule-page-missing.hint': 'Install again, or run npm run build in the source folder.',
  'cli.report.written': 'The report is {path}.',
  'cli.report.kept': 'Kept as you wrote them ({count}): {titles}.',
  'cli.report.stale': 'Of these, the form has changed since; please check ({count}): {titles}.',
  'cli.report.moved': 'Not in the new outline, now at the end ({count}): {titles}.',
  'cli.report.removed': 'Removed by you and not written again ({count}): {titles}.',
  'error.template-unknown.message': 'There is no report template “{id}”.',
  'error.template-unknown.hint':
    'jixiao templates lists them; a file (.json) with a structure of your own will do, too.',
  'error.report-no-table.message':
    'No form was found in “{path}”, so there is nothing to report on.',
  'error.report-no-table.hint':
    'If there is one, name its columns, e.g. --map name=C,target=D,actual=E,weight=F,score=G.',
  'error.usage-verify-format.message': 'There is no format “{format}”.',
  'error.usage-verify-format.hint': '--format is pretty, json, markdown or docx.',
  'error.usage-verify-out.message': 'The .docx that is to hold the findings has no name.',
  'error.usage-verify-out.hint': 'Add --out FILE.docx.',
  'error.usage-comments.message': 'Comments cannot be written into “{path}”.',
  'error.usage-comments.hint': 'Give one .docx report at a time, and a name that ends in .docx.',
  'error.verify-out-exists.message': '“{path}” is there already and was not replaced.',
  'error.verify-out-exists.hint': 'Choose another name, or move it away first.',
  'error.profile-not-json.message': 'The profile file “{path}” is not JSON.',
  'error.profile-not-json.hint': 'Start from the output of jixiao profiles cn-mof-2020.',
  'error.report-several-tables.message':
    'There are several forms ({sheets}) and the report does not say which it is about.',
  'error.report-several-tables.hint': 'Add --sheet NAME, or name the project in the report.',
  'error.report-sheet-unknown.message': 'There is no form named “{sheet}”; there are: {sheets}.',
  'error.report-sheet-unknown.hint': 'Check the name behind --sheet.',
  'error.keep-other-format.message': '“{path}” and the report to be written differ in format.',
  'error.keep-other-format.hint':
    '--keep and --out must both be .docx or both .md: layout and pictures would be lost between them.',
};
