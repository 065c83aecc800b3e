import type { CliHelpKey } from '../zh-CN/cli-help';

/** Keys `cli.help.` …: what the command line says of itself. */
export const cliHelp: Readonly<Record<CliHelpKey, string>> = {
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
Several workbooks or tables make one report: each project in turn in every section, or a chapter each (“each”: “chapter” in the structure).

Usage: jixiao report <workbook…> --template ID|FILE [options]

Options:
  --template ID|FILE  see jixiao templates, or a structure of your own (.json)
  --out FILE          .docx or .md; Markdown on stdout without it; never over a file a person changed
  --keep FILE         go on with what a person wrote in this report: edited sections stay, others
                      get the new figures (the same format as --out)
  --force             overwrite a file a person changed
  --sheet NAME        only the tables on this sheet
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

Usage: jixiao templates [ID] [--json]

Options:
  --json              the structure as a file, to be changed and given to jixiao report --template

Examples:
  jixiao templates
  jixiao report form.xlsx --template cn-project --out report.docx`,
  'cli.help.rules': `Checks: all of them, or the page of one (weight-total or JX201) with its examples.

Usage: jixiao rules [ID]

Examples:
  jixiao rules
  jixiao rules unmet-full-score`,
};
