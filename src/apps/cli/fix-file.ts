import { rememberingContent } from '../../changes/content-digest';
import { correct } from '../../engine/correct';
import { evaluate } from '../../engine/evaluate';
import { review } from '../../engine/review';
import type { FileHost } from '../../hosts/file/file-host';
import { cellName } from '../../model/grid';
import { textOf, type CellValue, type Snapshot } from '../../model/snapshot';
import { fileJson, type ChangeJson } from '../../report/result-json';
import { RESULT_TEXTS } from '../../report/result-texts';
import { speaker } from '../../texts/catalogue';
import { degradationNotes, tableNotes } from './file-notes';
import type { Job, Work } from './job';
import { listedEntries } from './listed-entries';
import type { Outcome } from './outcome';
import { TEXTS } from './texts';
import { writeOutput } from './write-output';

/** Makes the certain corrections, and tells of the workbook as it is afterwards; else writes nothing. */
export async function fixFile(
  job: Job,
  work: Work,
  host: FileHost,
  snapshot: Snapshot,
): Promise<Outcome> {
  const { language, options, only = null } = work;
  const texts = RESULT_TEXTS[language];
  const say = speaker('cli', TEXTS[language]);
  const { fixes, patch } = correct(snapshot, options, only && new Set(only));
  const report = fixes.length > 0 ? await host.apply(rememberingContent(snapshot, patch)) : null;
  const output = report ? await writeOutput(job, work, host.format, host.bytes()) : null;
  const after = await host.read();
  const result = evaluate(after, options);
  const reviewed = review(after, result, options);
  const changes = fixes.map(({ check: rule, sheet, cell, formula, ...fix }): ChangeJson => ({
    sheet,
    cell: cellName(cell),
    rule,
    before: plainValue(fix.before),
    after: plainValue(fix.after),
    ...(formula === null ? {} : { formula }),
  }));
  const outputs = { workbook: output };
  return {
    path: job.path,
    file: { ...fileJson(job.path, host.format, result, reviewed, outputs, texts), changes },
    entries: listedEntries(reviewed, texts),
    error: null,
    output,
    ...(report ? {} : { idle: true }),
    notes: [
      ...(report ? [] : [say('note.nothing-to-fix')]),
      ...(host.converted && output !== null
        ? [say('note.converted', { format: host.format, output })]
        : []),
      ...tableNotes(result, language),
      ...degradationNotes(report?.degradations ?? [], language),
    ],
  };
}

/** A number, or the text that stands there; null for nothing. */
const plainValue = (value: CellValue): string | number | null =>
  value === null || typeof value === 'number' ? value : textOf(value);
