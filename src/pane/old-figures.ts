import type { CellRef } from '../model/grid';
import type { TableResult, WorkbookResult } from '../model/score';
import { percent } from '../scoring/figures';
import { reasonText } from './finding-items';
import type { PaneTexts } from './chinese';

/** A reason written from the pane whose figures are no longer those of its row. */
export interface OldReason {
  readonly sheet: string;
  readonly cell: CellRef;
  readonly name: string;
  /** As it stands in the cell. */
  readonly stands: string;
  /** With the row's figures of now, and the person's own words. */
  readonly wanted: string;
}

const TEMPLATES = ['pane.reason.textRate', 'pane.reason.text'] as const;
const CAUSE = '{cause}';

/** A text made of a template, taken apart; null where it is none. */
function causeIn(text: string, template: string): string | null {
  const [head = '', tail = ''] = template.split(CAUSE);
  const literal = head.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const found = new RegExp(`^${literal.join('(?:.+?)')}([\\s\\S]+)$`).exec(text);
  return tail === '' ? (found?.[1] ?? null) : null;
}

/** What a person said in a reason written from here, without the figures before it; null: no such. */
export function causeOf(text: string, texts: PaneTexts): string | null {
  for (const key of TEMPLATES) {
    const found = causeIn(text, texts.entries[key]);
    if (found !== null) return found;
  }
  return null;
}

function oldReasonsOf({ table, rows }: TableResult, texts: PaneTexts): OldReason[] {
  return table.indicators.flatMap((indicator, index) => {
    const { name, target, actual, reason, reasonCell: cell } = indicator;
    const stands = (reason ?? '').trim();
    if (cell === null || stands === '') return [];
    const cause = causeOf(stands, texts);
    if (cause === null) return [];
    const achievement = rows[index]?.achievement ?? null;
    const rate = achievement === null ? null : percent(achievement);
    const draft = { cell, target: target.text, actual: actual.text, rate };
    const wanted = reasonText(draft, cause, '', texts);
    return wanted === stands ? [] : [{ sheet: table.sheet, cell, name, stands, wanted }];
  });
}

/** Reasons of ours that say other figures than their rows do now; a person's own are not looked at. */
export const oldReasons = (result: WorkbookResult, texts: PaneTexts): readonly OldReason[] =>
  result.tables.flatMap((table) => oldReasonsOf(table, texts));
