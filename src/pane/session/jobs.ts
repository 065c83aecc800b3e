import type { CellRef } from '../../model/grid';
import type { Ledger, Waiver } from '../../model/ledger';
import { message, type Message } from '../../texts/message';
import type { Patch } from '../../model/patch';
import type { CellValue } from '../../model/snapshot';
import type { ColumnRole } from '../../model/table';
import type { Choices, Workbook } from '../session-state';

/** A reason or a correction to be written into a cell. */
export interface ReasonEdit {
  readonly sheet: string;
  readonly cell: CellRef;
  readonly text: CellValue;
  /** Without `=`; `text` is its result. */
  readonly formula?: string;
  /** What it takes the place of; absent: nothing, the cell is blank. */
  readonly instead?: CellValue;
  /** A score where there was none: it is remembered as the tool's. */
  readonly fills?: true;
}

/** What a person decides that the workbook remembers. */
export type Choice =
  | { readonly of: 'waive'; readonly added: readonly Waiver[] }
  | { readonly of: 'unwaive'; readonly gone: readonly Omit<Waiver, 'reason'>[] }
  | {
      readonly of: 'column';
      readonly sheet: string;
      readonly role: ColumnRole;
      /** Null goes back to what is recognised. */
      readonly letter: string | null;
    }
  | {
      readonly of: 'direction';
      readonly sheet: string;
      readonly indicator: string;
      readonly direction: 'positive' | 'reverse' | null;
    };

/** One thing a session does at a time. */
export type Job =
  | { readonly kind: 'open' | 'preview' | 'recalculate' | 'clear' | 'undo' | 'reconsider' }
  | { readonly kind: 'apply'; readonly workbook: Workbook; readonly patch: Patch }
  /** Cells by `附表!G7`. */
  | { readonly kind: 'adopt'; readonly places: readonly string[] }
  | {
      readonly kind: 'reasons';
      readonly edits: readonly ReasonEdit[];
      /** What was written, for the notice. */
      readonly of: 'reasons' | 'fixes';
    }
  | { readonly kind: 'choose'; readonly choice: Choice }
  /** After an edit nobody asked about; `now` as the clock of the session says. */
  | { readonly kind: 'automatic'; readonly now: number };

/** A choice made of what the workbook remembers, so that one made meanwhile stands. */
export function choicesOf(choice: Choice, ledger: Ledger | null): Partial<Choices> {
  const waivers = ledger?.waivers ?? [];
  if (choice.of === 'waive') return { waivers: [...waivers, ...choice.added] };
  if (choice.of === 'unwaive') {
    const isGone = (one: Waiver): boolean =>
      choice.gone.some(
        ({ check, sheet, cell }) => one.check === check && one.sheet === sheet && one.cell === cell,
      );
    return { waivers: waivers.filter((one) => !isGone(one)) };
  }
  const { sheet } = choice;
  if (choice.of === 'column') {
    return { mapping: { [sheet]: { [choice.role]: choice.letter ?? '' } } };
  }
  const { indicator, direction } = choice;
  const directions = ledger?.directions ?? {};
  const others = Object.entries(directions[sheet] ?? {}).filter(([name]) => name !== indicator);
  const rows = direction === null ? others : [...others, [indicator, direction] as const];
  return { directions: { ...directions, [sheet]: Object.fromEntries(rows) } };
}

export function toldOfChoice(choice: Choice): Message {
  if (choice.of === 'waive') return message('pane.notice.waived', { count: choice.added.length });
  return message(choice.of === 'unwaive' ? 'pane.notice.unwaived' : 'pane.notice.remembered');
}
