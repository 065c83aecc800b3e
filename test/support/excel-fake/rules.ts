/** What the stand-in for Excel enforces; each entry says who says so. */
export interface Rule {
  readonly says: string;
  /** A page of the documentation, or a thread of OfficeDev/office-js; [I] inferred, not verified. */
  readonly source: string;
}

export const RULES = {
  'request-limit': {
    says: 'a request above 5 MB is refused as a whole (Excel on the web)',
    source: 'docs: resource-limits-and-performance-optimization, data transfer limits',
  },
  'response-limit': {
    says: 'an answer above 5 MB is refused (Excel on the web)',
    source: 'docs: resource-limits-and-performance-optimization, data transfer limits',
  },
  'read-limit': {
    says: 'a range above 5,000,000 cells reads as null',
    source: 'office-js #4783, #4792; docs: resource limits',
  },
  'address-limit': {
    says: 'an address of several areas is cut off at 8,192 characters',
    source: 'docs: Excel.RangeAreas.address',
  },
  'merge-limit': {
    says: 'merged areas of a range are not reported beyond 512',
    source: 'docs: Excel.Range.getMergedAreasOrNullObject',
  },
  'merge-top-left': {
    says: 'a merged area is reported only where its first cell is in the range',
    source: 'office-js #3611',
  },
  'merge-hidden': {
    says: 'what is written to the hidden part of a merged area is lost',
    source: '[I] as in Excel itself',
  },
  'null-keeps': {
    says: 'null in a two-dimensional array leaves the cell as it is',
    source: 'docs: ranges-set-get-values, ignore cells in an array',
  },
  'null-scalar': {
    says: 'null alone is not a value',
    source: 'docs: excel-add-ins-core-concepts, null is not a valid input for a whole property',
  },
  'empty-clears': {
    says: 'the empty text clears a cell',
    source: 'docs: excel-add-ins-core-concepts, blank input clears',
  },
  'mixed-null': {
    says: 'a format that is not the same in all cells reads as null',
    source: 'docs: excel-add-ins-core-concepts, null property values in the response',
  },
  'formula-text': {
    says: 'text that begins with = + or - is a formula',
    source: 'docs: ranges-set-get-values; [I] for + and -',
  },
  'number-text': {
    says: 'text that reads as a number, share, date or truth value becomes one',
    source: 'office-js #1559, #229',
  },
  'text-format': {
    says: 'a number written into a cell with the format @ becomes text',
    source: '[I] as in Excel itself',
  },
  apostrophe: {
    says: 'a leading apostrophe makes text of anything and is not part of it',
    source: 'docs: Excel.Range.values, text with a leading apostrophe',
  },
  shape: {
    says: 'an array must have the shape of its range',
    source: 'docs: troubleshooting, InvalidArgument; excel-host §5.3: the client does not check',
  },
  'load-name': {
    says: 'a property that does not exist cannot be loaded',
    source: 'docs: Excel error InvalidArgument; excel-host §5.3',
  },
  'plain-values': {
    says: 'NaN, Infinity, undefined and Date objects must never be sent: the client lets them through as null or text',
    source: 'excel-host §5.5, the client’s buildMessageArrayForIRequestExecutor',
  },
  'sheet-protection': {
    says: 'a protected sheet refuses values, fills and notes',
    source: 'docs: error-codes AccessDenied; [I] for the exact code',
  },
  'locked-cells': {
    says: 'cells of a protected sheet that are not locked take values',
    source: 'docs: Excel.FormatProtection.locked; first-day §1, item 13 [I]',
  },
  'protection-options': {
    says: 'a protected sheet takes fills with allowFormatCells and notes with allowEditObjects',
    source: 'docs: Excel.WorksheetProtectionOptions; [I] for notes',
  },
  'book-protection': {
    says: 'a protected workbook refuses to add, delete or rename sheets',
    source: 'docs: Excel.WorkbookProtection; [I] for the exact code',
  },
  'item-not-found': {
    says: 'what is not there is ItemNotFound',
    source: 'docs: Excel error codes',
  },
  'sheet-name': {
    says: 'two sheets cannot have one name',
    source: 'docs: Excel.WorksheetCollection.add, ItemAlreadyExists',
  },
  'last-sheet': {
    says: 'the last visible sheet cannot be deleted',
    source: 'docs: Excel.Worksheet.delete',
  },
  'very-hidden': {
    says: 'a sheet that is very hidden is not deleted',
    source: 'docs: Excel.Worksheet.delete',
  },
  'cell-edit': {
    says: 'while a cell is being edited every request is refused',
    source: 'docs: Excel error codes InvalidOperationInCellEditMode; RunOptions.delayForCellEdit',
  },
  'no-rollback': {
    says: 'a batch stops at its first error, and what was done before stays done',
    source: 'docs: application-specific-api-model; client: traceMessages',
  },
  'events-off': {
    says: 'no events while runtime.enableEvents is false',
    source: 'docs: performance, disable events',
  },
  'trigger-source': {
    says: 'from 1.14 on an event says that this add-in caused it',
    source: 'docs: Excel.EventTriggerSource',
  },
  'filtered-write': {
    says: 'values written over rows that a filter hides: every visible cell gets the first of them',
    source: 'office-js #224; xlwings #747: “it drops the first element into every non-hidden cell”',
  },
  'manual-calculation': {
    says: 'with manual calculation formulas keep what they said until they are worked out',
    source: 'docs: Excel.CalculationMode, Excel.Application.calculate',
  },
  'remote-events': {
    says: 'every client hears of a co-author’s edit, with the source Remote',
    source: 'docs: co-authoring-in-excel-add-ins; Excel.EventSource',
  },
  'undo-cleared': {
    says: 'before ExcelApi 1.19 a request that is a write clears what a person can undo',
    source: 'office-js #2802 (Microsoft, 2022); docs PR #5175: kept from ExcelApi 1.19 on',
  },
  'part-id': {
    says: 'a custom XML part that is set anew has another id',
    source: 'office-js #3564 (first-day §1, checked and found right)',
  },
  'note-properties': {
    says: 'visible, width and height of a note cannot be loaded (Excel on the web)',
    source: 'office-js #6198, by design: load named properties',
  },
  'requirement-set': {
    says: 'what is newer than the requirement set is ApiNotFound',
    source: 'docs: Excel JavaScript API requirement sets; the client’s own check',
  },
  'note-one-cell': {
    says: 'a note belongs to exactly one cell',
    source: 'docs: Excel.NoteCollection.add, InvalidArgument',
  },
  'note-taken': {
    says: 'a cell with a note or thread takes no other note',
    source: 'docs: comments and notes; [I] for the exact code',
  },
  'properties-limit': {
    says: 'setCellProperties fails above 80,000 cells (Excel on the web)',
    source: 'office-js #2564',
  },
  'no-fill-white': {
    says: 'a cell without fill reports white; only the pattern tells',
    source: '[I] Excel.RangeFill.color, pattern None',
  },
  'local-date': {
    says: 'a date in its standard format reports m/d/yyyy, whatever the language',
    source: 'office-js #229, #2824',
  },
  'used-values': {
    says: 'the used range by values of an empty sheet is A1',
    source: 'docs: Excel.Worksheet.getUsedRange',
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof RULES;
export const RULE_NAMES = Object.keys(RULES) as readonly RuleName[];
