import { fitText } from '../../changes/fit-text';
import { cellLabel } from '../../model/address';
import { isBlank } from '../../model/blank';
import { SEVERITIES, type ReviewedFinding, type SettlingScore } from '../../model/finding';
import { cellName, parseCellName } from '../../model/grid';
import type { LedgerFlag } from '../../model/ledger';
import type { FlagEdit } from '../../model/patch';
import { textOf, type SheetSnapshot } from '../../model/snapshot';
import { render, type Language } from '../../texts/catalogue';
import type { Planning } from './planning';

type OnOneCell = [ReviewedFinding, ...ReviewedFinding[]];

/** One mark per cell, by `附表!G5`: the gravest tone, and a note that says every finding there. */
export function wantedFlags(
  { options }: Planning,
  findings: readonly ReviewedFinding[],
): ReadonlyMap<string, LedgerFlag> {
  const byCell = new Map<string, OnOneCell>();
  for (const finding of options.flags ? findings : []) {
    if (finding.status === 'waived') continue;
    const place = cellLabel(finding.sheet, finding.cell);
    const list = byCell.get(place);
    if (list) list.push(finding);
    else byCell.set(place, [finding]);
  }
  return new Map([...byCell].map(([place, list]) => [place, flagOf(list, options.language)]));
}

function flagOf(findings: OnOneCell, language: Language): LedgerFlag {
  const [{ sheet, cell }] = findings;
  const open = findings.filter(({ status }) => status === 'open');
  const [score] = findings.flatMap((finding) => finding.score ?? []);
  const notes = open.map((finding) => noteOf(finding, language));
  return {
    sheet,
    cell: cellName(cell),
    tone: SEVERITIES.find((one) => open.some(({ severity }) => severity === one)) ?? 'info',
    note: fitText(
      [...(score ? [settledNote(score, language)] : []), ...notes].join('\n\n'),
      render({ key: 'engine.cut', data: {} }, language),
    ),
  };
}

function noteOf(finding: ReviewedFinding, language: Language): string {
  const { severity, code, message, expected, found, fix } = finding;
  const say = (key: string, data: Record<string, string | number>): string =>
    render({ key: `engine.${key}`, data }, language);
  return [
    say('note.head', {
      severity: say(`severity.${severity}`, {}),
      code,
      message: render(message, language),
    }),
    ...(expected === null ? [] : [say('note.expected', { value: expected })]),
    ...(found === null ? [] : [say('note.found', { value: found })]),
    ...(fix ? [say('note.fix', { fix: render(fix, language) })] : []),
  ].join('\n');
}

function settledNote({ value, before, why }: SettlingScore, language: Language): string {
  const data = { value, why: why ? render(why, language) : '' };
  return isBlank(before)
    ? render({ key: 'engine.note.filled', data }, language)
    : render({ key: 'engine.note.replaced', data: { ...data, before: textOf(before) } }, language);
}

/** What sets the wanted marks and takes the others of an earlier run away. */
export function flagEdits(
  { ledger, sheets }: Planning,
  wanted: ReadonlyMap<string, LedgerFlag>,
): FlagEdit[] {
  const standing = new Map(
    (ledger?.flags ?? []).map((flag) => [cellLabel(flag.sheet, flag.cell), flag]),
  );
  const gone = [...standing].filter(([place]) => !wanted.has(place));
  const changed = [...wanted].filter(([place, { tone, note }]) => {
    const before = standing.get(place);
    return before?.tone !== tone || before.note !== note;
  });
  return [
    ...gone.flatMap(([, flag]) => flagEdit(sheets, flag, null)),
    ...changed.flatMap(([, flag]) => flagEdit(sheets, flag, flag)),
  ];
}

/** Sets a mark of the ledger or, with null, takes it away; nothing where its sheet is gone. */
export function flagEdit(
  sheets: ReadonlyMap<string, SheetSnapshot>,
  place: LedgerFlag,
  mark: LedgerFlag | null,
): FlagEdit[] {
  const sheet = sheets.get(place.sheet);
  const cell = parseCellName(place.cell);
  const { tone, note } = mark ?? { tone: null, note: null };
  return sheet && cell ? [{ sheetId: sheet.id, cell, tone, note }] : [];
}
