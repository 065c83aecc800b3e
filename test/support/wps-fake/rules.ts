/** What the stand-in for WPS enforces; each entry says who says so. */
export interface Rule {
  readonly says: string;
  /**
   * A section of the notes on WPS with their mark: [V:machine] measured on a real WPS and published,
   * [V:doc] Kingsoft's documents or declarations, [ran] seen in LibreOffice's VBA, [I] inferred. Or
   * VBA: the reference of the object model's ancestor; strict: harder than WPS on purpose.
   */
  readonly source: string;
}

export const RULES = {
  'unknown-read': {
    says: 'a member that is not there throws on reading',
    source: 'strict: WPS answers undefined, wps-host §2 [V:doc]',
  },
  'unknown-write': {
    says: 'a member that is not there throws on writing',
    source: 'strict: WPS takes it without a word, wps-host §2 [V:doc]',
  },
  'read-only': {
    says: 'a member that can only be read throws on writing',
    source: 'VBA: read-only properties',
  },
  counted: {
    says: 'every member read, written or called is one crossing of the bridge',
    source: 'wps-host §2, §5 [V:doc]',
  },
  'item-from-one': {
    says: 'collections count from 1, and what is not in them throws',
    source: 'wps-host §2 [V:doc]',
  },
  scalar: {
    says: 'one cell answers a value, not a block',
    source: 'wps-host §4 [V:machine]',
  },
  block: {
    says: 'several cells answer rows of cells',
    source: 'wps-host §4 [V:machine]',
  },
  'error-code': {
    says: 'an error value answers its CVErr integer',
    source: 'wps-host §4 [V:machine]',
  },
  'empty-sheet': {
    says: 'the used range of an empty sheet is A1',
    source: 'wps-host §4 [V:machine]',
  },
  shape: {
    says: 'an array of another shape than its range is refused',
    source: 'strict: LibreOffice fills up with #N/A, wps-host §9 [ran]',
  },
  'undefined-value': {
    says: 'undefined is no value of a cell',
    source: 'strict: wps-host §9, a mode that returns undefined',
  },
  'null-clears': {
    says: 'null clears a cell',
    source: 'wps-host §10 [I]',
  },
  'merge-mixed': {
    says: 'MergeCells answers null where some cells are merged and some are not',
    source: 'wps-host §1 [V:doc], §9 [ran]',
  },
  'merge-one': {
    says: 'MergeCells answers null where several merges fill the range: true is within one of them',
    source: 'LibreOffice’s VBA, asked for this (test/interop) [ran]',
  },
  'merge-covered': {
    says: 'MergeCells answers true for a covered cell',
    source: 'wps-host §9 [ran]',
  },
  'merge-area': {
    says: 'the merge area of a covered cell is the whole merge',
    source: 'wps-host §9 [ran]',
  },
  'merge-area-one': {
    says: 'the merge area of several cells is no question',
    source: 'VBA: Range.MergeArea works on a single-cell range only',
  },
  'covered-blank': {
    says: 'a covered cell reads as blank',
    source: 'wps-host §9 [ran]',
  },
  'covered-lost': {
    says: 'what is written to a covered cell is lost',
    source: 'wps-host §9 [I]',
  },
  'merge-keeps-first': {
    says: 'merging keeps the first cell and empties the others',
    source: 'VBA: Range.Merge, only the upper-left cell keeps its value',
  },
  'address-length': {
    says: 'an address over 255 characters is refused',
    source: 'wps-host §5; VBA: Range, 255 characters',
  },
  'address-form': {
    says: 'what is no address is refused',
    source: 'VBA: Range, A1 notation',
  },
  protection: {
    says: 'a protected sheet refuses what is written to its cells',
    source: 'VBA: Worksheet.Protect',
  },
  'protected-note': {
    says: 'a protected sheet refuses notes',
    source: 'VBA: Worksheet.Protect, DrawingObjects',
  },
  'protected-fill': {
    says: 'a protected sheet refuses fills and formats',
    source: 'VBA: Worksheet.Protect, AllowFormattingCells',
  },
  'locked-cells': {
    says: 'cells of a protected sheet that are not locked take values',
    source: 'VBA: Range.Locked, Worksheet.Protect',
  },
  'protection-options': {
    says: 'a protected sheet takes fills with AllowFormattingCells and notes without DrawingObjects',
    source: 'VBA: Protection.AllowFormattingCells, Worksheet.ProtectDrawingObjects',
  },
  'colour-integer': {
    says: 'a colour is a BGR integer',
    source: 'wps-host §4 [V:machine]',
  },
  'no-fill-white': {
    says: 'a cell without fill reports white; only the pattern tells',
    source: 'VBA: Interior.Color, Interior.Pattern xlPatternNone',
  },
  'mixed-null': {
    says: 'what is not the same in all cells of a range answers null',
    source: 'wps-host §1 [V:doc]; VBA: Range.NumberFormat, Interior.Color',
  },
  'second-comment': {
    says: 'a second comment on a cell throws',
    source: 'wps-host §4, §9 [ran]',
  },
  'comment-one-cell': {
    says: 'a comment belongs to exactly one cell',
    source: 'VBA: Range.AddComment',
  },
  'no-comment-null': {
    says: 'a cell without comment answers null',
    source: 'VBA: Range.Comment, Nothing',
  },
  'text-format': {
    says: 'a number written into a cell with the format @ becomes text',
    source: 'VBA: Range.NumberFormat; as in Excel itself [I]',
  },
  'formula-text': {
    says: 'text that begins with = is a formula',
    source: 'wps-host §9 [ran]',
  },
  'number-text': {
    says: 'text that reads as a number or share becomes one',
    source: 'wps-host §11 rule 3 [I]',
  },
  apostrophe: {
    says: 'a leading apostrophe makes text of anything and is not part of it',
    source: 'wps-host §11 rule 3 [I]',
  },
  'sheet-name': {
    says: 'a sheet has a name of its own of 1 to 31 characters',
    source: 'VBA: Worksheet.Name',
  },
  'last-sheet': {
    says: 'the last sheet stays',
    source: 'VBA: a workbook holds at least one visible sheet',
  },
  'delete-asks': {
    says: 'deleting a sheet asks unless DisplayAlerts is false',
    source: 'wps-host §4 [V:machine]; VBA: Worksheet.Delete',
  },
  'gone-sheet': {
    says: 'a sheet that is gone is not deleted again',
    source: 'VBA: an object that is no longer there',
  },
  structure: {
    says: 'a book with locked structure takes and loses no sheet',
    source: 'VBA: Workbook.Protect, Structure',
  },
  'chart-title': {
    says: 'a chart has no title to write before it is switched on',
    source: 'wps-host §4 [V:machine]',
  },
  'filtered-block': {
    says: 'a block written over rows a filter hides puts its first line into every row that shows',
    source:
      'Excel, OfficeDev/office-js #224; xlwings #747 through COM (first-day §1, item 2 [src])',
  },
  'save-events': {
    says: '另存为 gives the workbook another name between WorkbookBeforeSave and WorkbookAfterSave',
    source: 'wps-host §2; et-jsapi-declare, addon.et.d.ts [V:doc]',
  },
  'own-events': {
    says: 'SheetChange comes for what the add-in itself wrote, within the write',
    source: 'wps-host §9 [I]',
  },
  'events-off': {
    says: 'no events while EnableEvents is false',
    source: 'wps-host §4 [I]; VBA: Application.EnableEvents',
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof RULES;
export const RULE_NAMES = Object.keys(RULES) as readonly RuleName[];
/** Whether a rule holds in this stand-in. */
export type Enforces = (rule: RuleName) => boolean;
