import type { RefusedEdit } from './grid';

/**
 * What a person may do in the grid. Everything else Univer can do, now or in a later version, is
 * refused before it happens, because the workbook's file would not keep it. The identifiers are
 * Univer 0.25.1's.
 */
const COMMANDS: ReadonlySet<string> = new Set([
  'nil',
  'univer.command.undo',
  'univer.command.redo',
  'univer.command.copy',
  'univer.command.cut',
  'univer.command.paste',
  'sheet.command.paste-by-short-key',
  'sheet.command.paste-value',
  'sheet.command.paste-formula',
  'sheet.command.copy-formula-only',
  'sheet.command.set-range-values',
  'sheet.command.clear-selection-content',
  'sheet.command.auto-clear-content',
  'sheet.command.auto-fill',
  'sheet.command.refill',
  'sheet.command.copy-down',
  'sheet.command.copy-right',
  'sheet.command.move-range',
  'sheets-formula.command.quick-sum',
  'formula.command.insert-function',
  // Looking about.
  'sheet.command.expand-selection',
  'sheet.command.move-selection',
  'sheet.command.move-selection-enter-tab',
  'sheet.command.select-all',
  'sheet.command.select-range',
  'sheet.command.scroll-to-cell',
  'sheet.command.scroll-view',
  'sheet.command.set-scroll-relative',
  'sheet.command.set-worksheet-activate',
  'sheet.command.set-zoom-ratio',
  'sheet.command.change-zoom-ratio',
  'sheet.command.toggle-note-popup',
  'sheet.command.set-row-header-width',
  'sheet.command.set-col-header-height',
  // Typing in a cell's editor and in the formula bar.
  'doc.command-cover-content',
  'doc.command-replace-content',
  'doc.command-replace-snapshot',
  'doc.command.after-space',
  'doc.command.break-line',
  'doc.command.delete-left',
  'doc.command.delete-right',
  'doc.command.delete-text',
  'doc.command.enter',
  'doc.command.ime-input',
  'doc.command.inner-cut',
  'doc.command.inner-paste',
  'doc.command.insert-text',
  'doc.command.merge-two-paragraph',
  'doc.command.replace-selection',
  'doc.command.replace-text-runs',
  'doc.command.select-all',
  'doc.command.update-text',
]);

const OPERATIONS: ReadonlySet<string> = new Set([
  'doc.operation.move-cursor',
  'doc.operation.move-selection',
  'doc.operation.set-selections',
  'doc.operation.set-zoom-ratio',
  'formula-ui.operation.change-ref-to-absolute',
  'formula-ui.operation.help-function',
  'formula-ui.operation.insert-function',
  'formula-ui.operation.more-functions',
  'formula-ui.operation.search-function',
  'sheet.operation.cancel-mark-dirty-row-auto-height',
  'sheet.operation.mark-dirty-row-auto-height',
  'sheet.operation.scroll-to-cell',
  'sheet.operation.scroll-to-range',
  'sheet.operation.set-activate-cell-edit',
  'sheet.operation.set-cell-edit-visible',
  'sheet.operation.set-cell-edit-visible-arrow',
  'sheet.operation.set-cell-edit-visible-f2',
  'sheet.operation.set-scroll',
  'sheet.operation.set-selections',
  'sheet.operation.set-worksheet-active',
  'sheet.operation.set-zoom-ratio',
  'ui-sheet.command.show-menu-list',
]);

/** A key pressed in a cell's editor; the grid makes up an operation for each editor. */
const EDITOR_KEY = /^sheet\.operation\.editor-[\w-]+-keyboard-/;

/** Changes that happen as they are: content (cleaned), calculation, and how tall a row is drawn. */
const MUTATIONS: ReadonlySet<string> = new Set([
  'sheet.mutation.set-range-values',
  'sheet.mutation.move-range',
  'sheet.mutation.empty',
  'sheet.mutation.mark-dirty-filter-change',
  'sheet.mutation.data-validation-formula-mark-dirty',
  'sheet.mutation.set-worksheet-row-auto-height',
  'sheet.mutation.toggle-note-popup',
  'doc.mutation.rich-text-editing',
]);

/** The calculation's own messages; none changes a sheet but by way of `set-range-values`. */
const CALCULATION =
  /^formula\.mutation\.(set-(?!defined-name|super-table)|remove-(?:other-formula|feature-calculation)$|register-function$)/;

/** What a permitted command does besides; it is made to touch nothing, and the rest of it goes on. */
const EMPTIED: ReadonlyMap<string, Readonly<Record<string, unknown>>> = new Map<
  string,
  Readonly<Record<string, unknown>>
>([
  ['sheet.mutation.add-worksheet-merge', { ranges: [] }],
  ['sheet.mutation.remove-worksheet-merge', { ranges: [] }],
  ['sheet.mutation.set-worksheet-col-width', { ranges: [] }],
  ['sheet.mutation.set-worksheet-row-height', { ranges: [] }],
  ['sheet.mutation.set-worksheet-row-is-auto-height', { ranges: [] }],
  ['sheet.mutation.set.numfmt', { values: {}, refMap: {} }],
  ['sheet.mutation.remove.numfmt', { ranges: [] }],
]);

export type CommandKind = 'command' | 'operation' | 'mutation';

export type Verdict =
  | { readonly kind: 'go' }
  | { readonly kind: 'empty'; readonly params: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refuse'; readonly reason: RefusedEdit['reason'] };

const GO: Verdict = { kind: 'go' };

/** What becomes of something a person, or the grid for a person, is about to do. */
export function verdictOn(kind: CommandKind, id: string): Verdict {
  if (kind === 'command') return COMMANDS.has(id) ? GO : refusalOf(id);
  if (kind === 'operation') return OPERATIONS.has(id) || EDITOR_KEY.test(id) ? GO : refusalOf(id);
  if (MUTATIONS.has(id) || CALCULATION.test(id)) return GO;
  const params = EMPTIED.get(id);
  return params ? { kind: 'empty', params } : refusalOf(id);
}

const LOOKS =
  /bold|italic|underline|stroke|font|colou?r|align|wrap|rotation|border|numfmt|style|theme|gridlines|format|decimal|script|heading|list|paragraph|width|height/;

function refusalOf(id: string): Verdict {
  return { kind: 'refuse', reason: LOOKS.test(id) ? 'format' : 'structure' };
}
