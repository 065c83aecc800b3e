import type { EngineKey } from '../zh-CN/engine';

/** Keys `engine.` …: sheet names, notes on flagged cells, remarks on recognised tables. */
export const engine: Readonly<Record<EngineKey, string>> = {
  'engine.sheet.findings': 'Findings',
  'engine.sheet.summary': 'Summary',
  'engine.sheet.outline': 'Report outline',
  'engine.severity.error': 'Error',
  'engine.severity.warning': 'Warning',
  'engine.severity.info': 'Note',
  'engine.note.head': '[{severity} {code}] {message}',
  'engine.note.expected': 'Expected: {value}',
  'engine.note.found': 'Found: {value}',
  'engine.note.fix': 'What to do: {fix}',
  'engine.entry.place': '{cell} and more, {count} cells',
  'engine.entry.several': '{title}: {count} cells ({cells}).',
  'engine.entry.many': '{title}: {count} cells ({cells} …).',
  'engine.entry.and': ', ',
  'engine.entry.also': ' Also: {titles}.',
  'engine.entry.line': '{cell}: {text}',
  'engine.entry.more': '… {count} cells in all',
  'engine.cut': '… (too long, the rest is left out)',
  'engine.note.filled':
    '[Score filled in] The cell was blank; {value} points were filled in. {why}',
  'engine.note.replaced':
    '[Computed score used] The score was {before} and has been changed to {value}. {why}',
  'engine.remark.profile-proposed':
    'Scored by “{profile}” ({id}), for the form says {signs}; a profile you choose stands before it',
  'engine.remark.noted-bands':
    'The note on the form gives the bands of worded targets as 100–{upper} %, {upper}–{lower} %, {lower}–0 %; this form is held against them',
  'engine.remark.noted-rule':
    'The note on the form says “{words}”; this form is scored and checked by it',
  'engine.remark.no-weight': 'The table has no weight column, so scores cannot be recomputed.',
  'engine.remark.no-score': 'The table has no score column; it is checked but not scored.',
  'engine.remark.uncertain':
    'The header was not fully recognised; confirm the columns before scoring.',
};
