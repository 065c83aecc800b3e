import { fitText } from '../../changes/fit-text';
import { cellLabel } from '../../model/address';
import { isBlank } from '../../model/blank';
import { SEVERITIES, type ReviewedFinding, type SettlingScore } from '../../model/finding';
import { cellName, parseCellName } from '../../model/grid';
import type { LedgerFlag } from '../../model/ledger';
import type { FlagEdit } from '../../model/patch';
import { textOf, type SheetSnapshot } from '../../model/snapshot';
import { render, speaker, type Texts } from '../../texts/catalogue';
import type { EngineKey } from '../../texts/zh-CN/engine';
import type { Planning } from './planning';

type OnOneCell = [ReviewedFinding, ...ReviewedFinding[]];

/** One mark per cell, by `附表!G5`: the gravest tone, and a note that says every finding there. */
export function wantedFlags(
  { options }: Planning,
  findings: readonly ReviewedFinding[],
  texts: Texts<EngineKey>,
): ReadonlyMap<string, LedgerFlag> {
  const byCell = new Map<string, OnOneCell>();
  for (const finding of options.flags ? findings : []) {
    if (finding.status === 'waived') continue;
    for (const cell of finding.cells) {
      const place = cellLabel(finding.sheet, cell);
      const here = { ...finding, cell };
      const list = byCell.get(place);
      if (list) list.push(here);
      else byCell.set(place, [here]);
    }
  }
  return new Map([...byCell].map(([place, list]) => [place, flagOf(list, texts)]));
}

function flagOf(findings: OnOneCell, texts: Texts<EngineKey>): LedgerFlag {
  const [{ sheet, cell }] = findings;
  const open = findings.filter(({ status }) => status === 'open');
  const [score] = findings.flatMap((finding) => finding.score ?? []);
  const notes = open.map((finding) => noteOf(finding, texts));
  return {
    sheet,
    cell: cellName(cell),
    tone: SEVERITIES.find((one) => open.some(({ severity }) => severity === one)) ?? 'info',
    note: fitText(
      [...(score ? [settledNote(score, texts)] : []), ...notes].join('\n\n'),
      speaker('engine', texts)('cut'),
    ),
  };
}

function noteOf(finding: ReviewedFinding, texts: Texts<EngineKey>): string {
  const { severity, code, message, expected, found, fix } = finding;
  const say = speaker('engine', texts);
  return [
    say('note.head', {
      severity: say(`severity.${severity}`),
      code,
      message: render(message, texts),
    }),
    ...(expected === null ? [] : [say('note.expected', { value: expected })]),
    ...(found === null ? [] : [say('note.found', { value: found })]),
    ...(fix ? [say('note.fix', { fix: render(fix, texts) })] : []),
  ].join('\n');
}

function settledNote({ value, before, why }: SettlingScore, texts: Texts<EngineKey>): string {
  const data = { value, why: why ? render(why, texts) : '' };
  const say = speaker('engine', texts);
  return isBlank(before)
    ? say('note.filled', data)
    : say('note.replaced', { ...data, before: textOf(before) });
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
