import type { CliKey } from '../zh-CN/cli';

/** Keys `cli.` …, and `error.` … for what only the command line can refuse. */
export const cli: Readonly<Record<CliKey, string>> = {
  'cli.help.main': `jixiao {version}: performance self-evaluation forms, scored, checked and explained.
Nothing else in the workbook is lost.

Usage: jixiao <command> [arguments]

Commands:
  score      score, flag, write the summary and the outline, into another folder
  check      check only, write nothing
  fix        put right what is certain: text numbers, 执行率, blank scores, the total; cell by cell
  report     outline of the self-evaluation report from a template (.docx or .md)
  verify     check the figures of a report, also against a form
  summary    one table over many projects, checked against each other
  clear      take away flags and sheets of ours (scores stay)
  profiles   scoring profiles: list, or show one
  templates  report templates: list, or show one
  rules      checks: list, or show the page of one

Usage of a command: jixiao <command> --help

Examples:
  jixiao score form.xlsx
  jixiao score forms-2023/ --out results
  jixiao check form.xlsx --format markdown > findings.md`,
  'cli.help.score': `Scores and checks forms; results go to another folder, inputs are never touched.

Usage: jixiao score <workbook, folder or glob…> [options]

Options:
  --out DIR           where results go (default ./jixiao-out)
  --profile ID|FILE   scoring profile by id, or a profile file (.json)
  --map COLUMNS       name columns, e.g. score=I,weight=H; for one sheet Sheet1!score=I
  --overwrite         also replace scores a person filled (default: blank ones only)
  --force             also replace results that a person has changed
  --no-flags          do not mark cells
  --no-summary        no summary sheet
  --no-outline        no outline sheet
  --json              one JSON document on stdout, all other text on stderr
  --ndjson            a line of JSON per file as soon as it is done; last {"done":n,"failed":m}
  --shard I/N         one part of N only, counted from 0, e.g. 0/4; a part for each machine
  -h, --help          this text

Reads .xlsx, .xlsm, .xls, .et (told apart by content); .xls and .et come out as .xlsx.
A file that is already in the folder is replaced only if this tool wrote it and nobody changed it.
Columns: serial level1 level2 level3 name sign target unit actual weight criteria score reviewScore reason

Exit status: 0 no finding of severity error; 1 some; 2 wrong usage, or a file could not be read.

Examples:
  jixiao score form.xlsx
  jixiao score forms-2023/ --out results
  jixiao score "units/**/*.xlsx" --profile cn-mof-2020 --json > results.json
  jixiao score form.xlsx --map score=I,weight=H`,
  'cli.help.check': `Checks only; writes no file.

Usage: jixiao check <workbook, folder or glob…> [options]

Options:
  --profile ID|FILE   scoring profile by id, or a profile file (.json)
  --map COLUMNS       name columns, e.g. score=I,weight=H; for one sheet Sheet1!score=I
  --format FORMAT     pretty (default), json or markdown
  --ndjson            a line of JSON per file as soon as it is done; last {"done":n,"failed":m}
  --shard I/N         one part of N only, counted from 0, e.g. 0/4; a part for each machine
  --max-warnings N    exit status 1 when there are more than N warnings
  -h, --help          this text

Exit status: 0 no finding of severity error; 1 some; 2 wrong usage, or a file could not be read.

Examples:
  jixiao check form.xlsx
  jixiao check forms-2023/ --max-warnings 0
  jixiao check form.xlsx --format markdown > findings.md`,
  'cli.help.fix': `Puts right what is certain and lists each cell before and after. Inputs are never touched.

Usage: jixiao fix <workbooks, folders or globs…> [options]

Options:
  --only RULES        these checks only, with commas: number-as-text, execution-rate, score-missing, score-total
  --dry-run           only list, write no file
  --out FOLDER        where results go (./jixiao-out)
  --profile PROFILE   id of a scoring profile, or a profile file (.json)
  --map COLUMNS       name columns, e.g. score=I,weight=H
  --force             also replace results that a person has changed
  --json              one JSON document on stdout (what was done is in changes, all else as it is then)
  -h, --help          this text

Put right are 分值 and 得分 stored as text, a 执行率 that does not follow from the amounts, blank scores
that can be computed, and a total that is not the sum of its rows. Formulas and whatever is not
certain (a blank score beside “≥95%”, a total where the 分值 do not make 100) stay as they are.

Exit status: 0 no errors left; 1 errors left; 2 wrong usage or an unreadable file.

Examples:
  jixiao fix form.xlsx --dry-run
  jixiao fix forms/ --only number-as-text --out fixed`,
  'cli.help.report': `Outline of the report from a template: facts of the form filled in, the rest marked.

Usage: jixiao report <workbook> --template ID [options]

Options:
  --template ID       see jixiao templates
  --out FILE          .docx or .md; Markdown on stdout without it; never over a file a person changed
  --keep FILE         go on with what a person wrote in this report: edited sections stay, others
                      get the new figures (the same format as --out)
  --force             overwrite a file a person changed
  --profile ID|FILE   scoring profile by id, or a profile file (.json)
  --map COLUMNS       name columns, e.g. score=I,weight=H
  -h, --help          this text

Examples:
  jixiao templates
  jixiao report form.xlsx --template cn-project --out report.docx
  jixiao report form.xlsx --template cn-project --out report.docx --keep report.docx
  jixiao report form.xlsx --template cn-project > report.md`,
  'cli.help.verify': `Checks a report: heading numbers, sums, percentages, contradictions; and against a form.

Usage: jixiao verify <report.docx|.txt|.md|.html…> [options]

Options:
  --with WORKBOOK     compare with this form; may be given several times: each report finds its table by project name
  --sheet NAME        compare with the table on this sheet only
  --json              one JSON document on stdout (as --format json)
  --format FORMAT     pretty (default), json, markdown, or docx: a list to print and sign (named by --out)
  --out FILE.docx     where that list is written
  --comments FILE     a copy of the report as .docx with Word comments at the words; nothing else changes
  --max-warnings N    exit status 1 also with more warnings than this
  -h, --help          this text

Exit status: 0 no finding of severity error; 1 some; 2 wrong usage, or a file could not be read.

Examples:
  jixiao verify report.docx
  jixiao verify report.docx --with form.xlsx
  jixiao verify report.docx --with form.xlsx --comments noted.docx
  jixiao verify a.docx b.docx --with a.xlsx --with b.xlsx --format docx --out findings.docx`,
  'cli.help.summary': `Puts many projects into one summary table, a line each, and checks those of one unit against each other.

Usage: jixiao summary <workbooks, folders, globs or .ndjson…> [options]

Options:
  --out FILE          write a workbook (.xlsx); without it the projects are listed
  --group BY          none (default), department or folder: a subtotal below each group
  --profile ID|FILE   scoring profile by id, or a profile file (.json)
  --map COLUMNS       name columns, e.g. score=I,weight=H
  --force             also replace FILE where it is there already
  --json              one JSON document on stdout
  -h, --help          this text

A .ndjson file holds the results of score or check --ndjson: several are put together without reading
the workbooks again. Checks between projects (full scores all over, copied from one another) need the
workbooks and are left out where there are only results.

Exit status: 0 done; 1 findings of severity error between projects; 2 wrong usage, or a file failed.

Examples:
  jixiao summary units/ --out summary.xlsx --group department
  jixiao summary results-*.ndjson --out summary.xlsx
  jixiao summary units/ --json > summary.json`,
  'cli.help.clear': `Takes away all this tool wrote (flags, findings, summary, outline); scores stay. Inputs are never touched.

Usage: jixiao clear <workbook…> [--out DIR]

Options:
  --out DIR           where results go (default ./jixiao-out; ./jixiao-cleared for workbooks in there)
  --force             also replace results that a person has changed
  -h, --help          this text

Examples:
  jixiao clear jixiao-out/form.xlsx
  jixiao clear jixiao-out/form.xlsx --out cleared`,
  'cli.help.profiles': `Scoring profiles: all of them, or one as JSON with the source of each value.

Usage: jixiao profiles [ID]

Examples:
  jixiao profiles
  jixiao profiles cn-mof-2020 > our-city.json
  jixiao score form.xlsx --profile our-city.json`,
  'cli.help.templates': `Report templates: all of them, or the headings of one.

Usage: jixiao templates [ID]

Examples:
  jixiao templates
  jixiao report form.xlsx --template cn-project --out report.docx`,
  'cli.help.rules': `Checks: all of them, or the page of one (weight-total or JX201) with its examples.

Usage: jixiao rules [ID]

Examples:
  jixiao rules
  jixiao rules unmet-full-score`,
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
  'cli.note.no-table': 'No self-evaluation form was found, so no result file was written.',
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
    '{files} files, {failed} could not be processed; errors {error}, warnings {warning}, infos {info}.',
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
  'cli.note.first-table':
    'There are {count} more forms in the workbook; the report is of the first, in “{sheet}”.',
  'cli.report.written': 'The report is {path}.',
  'cli.report.kept': 'Kept as you wrote them ({count}): {titles}.',
  'cli.report.stale': 'Of these, the form has changed since; please check ({count}): {titles}.',
  'cli.report.moved': 'Not in the new outline, now at the end ({count}): {titles}.',
  'cli.report.removed': 'Removed by you and not written again ({count}): {titles}.',
  'error.template-unknown.message': 'There is no report template “{id}”.',
  'error.template-unknown.hint': 'jixiao templates lists them.',
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
