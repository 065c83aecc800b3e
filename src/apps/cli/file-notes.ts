import { cellLabel } from '../../model/address';
import { rangeName } from '../../model/grid';
import type { Degradation } from '../../model/patch';
import type { WorkbookResult } from '../../model/score';
import type { Table } from '../../model/table';
import { RESULT_TEXTS } from '../../report/result-texts';
import { render, speaker, type Language } from '../../texts/catalogue';
import { TEXTS } from './texts';

/** What a form cannot give, and tables that are offered because nobody can be sure of them. */
export function tableNotes(result: WorkbookResult, language: Language): readonly string[] {
  const say = speaker('cli', TEXTS[language]);
  const place = (table: Table) => cellLabel(table.sheet, rangeName(table.range));
  const remarks = (table: Table) =>
    table.remarks.map((remark) => `${place(table)} ${render(remark, RESULT_TEXTS[language])}`);
  const others = result.others.map(({ what, table }) =>
    say(`note.other.${what}`, { place: place(table) }),
  );
  if (result.tables.length + result.offered.length === 0)
    return [...others, say(others.length > 0 ? 'note.only-others' : 'note.no-table')];
  return [
    ...others,
    ...result.tables.flatMap(({ table }) => remarks(table)),
    ...result.offered.flatMap((table) => {
      const data = { place: place(table), sheet: table.sheet };
      return [say('note.doubtful-table', data), ...remarks(table)];
    }),
  ];
}

/** What a host could not do as planned, one by one. */
export function degradationNotes(
  degradations: readonly Degradation[],
  language: Language,
): readonly string[] {
  const say = speaker('cli.degradation', TEXTS[language]);
  return degradations.map(({ kind, sheet, cell }) => say(kind, { place: cellLabel(sheet, cell) }));
}
