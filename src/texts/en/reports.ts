import type { ReportsKey } from '../zh-CN/reports';

/** Keys `reports.` …: what is told of a report that was read or checked; and errors only that has. */
export const reports: Readonly<Record<ReportsKey, string>> = {
  'reports.fact.total': 'Total score',
  'reports.fact.grade': 'Grade',
  'reports.fact.project': 'Project',
  'reports.fact.department': 'Department',
  'reports.fact.unit': 'Unit',
  'reports.fact.year': 'Year',
  'reports.fact.budget': 'Budget:',
  'reports.fact.spending': 'Spending:',
  'reports.fact.rate': 'Rate of execution:',
  'reports.fact.indicator': 'Actual:',
  'reports.fact.target': 'Target:',
  'reports.fact.row-score': 'Points:',
  'reports.fact.achievement': 'Rate of completion:',
  'reports.fact.goal': 'Goal:',
  'reports.fact.level-score': 'Points of the level:',
  'reports.paragraph': 'Paragraph {paragraph}',
  'reports.not-told': 'not told',
  'reports.excerpt': '“{text}”',
  'reports.compared':
    'Against the form: {same} agree, {differs} differ, {missing} are told nowhere in the report.',
  'reports.title': 'Findings in the report',
  'reports.signature': 'Checked by:                    Date:',
  'reports.severity.error': 'error',
  'reports.severity.warning': 'warning',
  'reports.severity.info': 'info',
  'reports.fix': 'What to do: {fix}',
  'reports.remark': '{severity}: {message} {fix}',
  'reports.none': 'Nothing was found.',
  'reports.waived': 'Left as it is: {reason}',
  'error.report-other-format.message': '“{path}” is a {format} file, which is not read.',
  'error.report-other-format.hint':
    'Save it as .docx from Word or WPS, or copy its text to a .txt.',
  'error.report-empty.message': 'There is no text in “{path}”.',
  'error.report-empty.hint':
    'See whether it is the right file; scanned pictures need text recognition first.',
  'error.report-not-text.message': '“{path}” is not text.',
  'error.report-not-text.hint': 'A report is a .docx, .txt or .md file.',
  'error.report-old-format.message':
    '“{path}” is in the old .doc or .wps format, which cannot be read.',
  'error.report-old-format.hint': 'Save it as .docx in Word or WPS, then try again.',
  'error.report-damaged.message': '“{path}” is damaged or incomplete and cannot be read.',
  'error.report-damaged.hint':
    'Open it in Word or WPS and save it as .docx; if it does not open there, ask for the report again.',
  'error.report-encrypted.message': '“{path}” has a password and cannot be read.',
  'error.report-encrypted.hint': 'Take the password off in Word or WPS, save, then try again.',
  'error.report-too-large.message': '“{path}” is too large to be read safely.',
  'error.report-too-large.hint':
    'Take out or compress pictures in Word or WPS, save as .docx, then try again.',
  'error.report-unsafe.message': '“{path}” is not built as a document should be and was refused.',
  'error.report-unsafe.hint':
    'See where it comes from; if it can be trusted, save it as .docx in Word or WPS and try again.',
  'error.comments-not-docx.message': '“{path}” is no .docx and can hold no Word comments.',
  'error.comments-not-docx.hint': 'Save it as .docx in Word or WPS first.',
};
