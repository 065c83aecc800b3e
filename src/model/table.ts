import type { CellRef, Range } from './grid';
import type { Message } from '../texts/message';
import type { Quantity } from './quantity';
import type { CellValue } from './snapshot';

/** `target`: 目标值/完成值/分值/得分. `rubric`: 评分标准/扣分原因/得分. */
export type TableKind = 'target' | 'rubric';
/** A table of indicators in which nobody evaluates himself: 绩效目标(申报)表, 运行监控表, a reviewer's scores. */
export type OtherKind = 'target' | 'monitor' | 'other-score';
export type TableScope = 'project' | 'unit' | 'transfer';

/** A fact with the cell it came from; null as a whole where the form does not have it. */
export interface Sourced<T> {
  readonly value: T;
  readonly cell: CellRef;
}

/** What in a column's contents told its role, where its head's words did not. */
export type ContentsReason =
  'adds-up' | 'never-above' | 'measured' | 'like-target' | 'sentences' | 'distinct';

/** What speaks for one reading of a table, in the form's own words. */
export interface TableEvidence {
  /** `self`: a self-evaluation; else whose table it is. */
  readonly what: 'self' | OtherKind;
  readonly points: number;
  readonly seen: string;
}

/** What a column of the indicator block holds. */
export type ColumnRole =
  | 'serial'
  | 'level1'
  | 'level1Weight'
  | 'level2'
  | 'level2Weight'
  | 'level3'
  | 'name'
  | 'sign'
  | 'target'
  | 'unit'
  | 'actual'
  | 'weight'
  | 'criteria'
  | 'evidence'
  | 'score'
  | 'reviewScore'
  | 'reason';

export interface Column {
  readonly column: number;
  /** The (lowest) header cell that names it. */
  readonly header: CellRef;
  readonly label: string;
  /**
   * 0…1: how much better this reading is than the next best; at most 1 for a term of the vocabulary
   * and 0.9 for what contents told. A person's choice is 1.
   */
  readonly confidence: number;
  /** Of targets as adjusted: the column of those first planned, which stand where nothing was adjusted. */
  readonly first?: number;
  /** Left out where the head's words or a person said what the column is. */
  readonly told?: ContentsReason;
}

export type Columns = Readonly<Partial<Record<ColumnRole, Column>>>;

/** One line of the meta block above the table, in the order of the form. */
export interface MetaField {
  readonly label: string;
  readonly value: string;
  readonly labelCell: CellRef;
  /** Where the value stands or would stand. */
  readonly cell: CellRef;
}

/** 年度总体目标: what was to be done, and what was done. */
export interface Goal {
  readonly expected: Sourced<string> | null;
  readonly achieved: Sourced<string> | null;
  /** Where the form has a place for one of them and nothing is written. */
  readonly blank?: Readonly<Partial<Record<'expected' | 'achieved', CellRef>>>;
}

/** A number cell of the form: what stands there and what it was read as (null when not a number). */
export interface NumberCell {
  readonly cell: CellRef;
  readonly raw: CellValue;
  readonly value: number | null;
  /** Stored as text although it reads as a number. */
  readonly asText: boolean;
  readonly formula: string | null;
  /** A 分值 or 得分 cell shown in percent: what it holds is a hundredth of the points in `value`. */
  readonly inHundredths?: true;
}

export interface BudgetRow {
  readonly row: number;
  readonly label: string;
  readonly labelCell: CellRef;
  /** The 年度资金总额 row (any spelling); the others are its parts. */
  readonly isTotal: boolean;
  /** Amounts in the block's currency unit; null where the form has no such column. */
  readonly initial: NumberCell | null;
  readonly adjusted: NumberCell | null;
  /** 到位数 beside a budget, and 上年结转 in a column of its own. */
  readonly received: NumberCell | null;
  readonly carried: NumberCell | null;
  readonly executed: NumberCell | null;
  /** As a fraction: `86%`, 0.86 and 86 under a % head are all 0.86. */
  readonly rate: NumberCell | null;
  readonly weight: NumberCell | null;
  readonly score: NumberCell | null;
  /** A reason column inside the funds block. */
  readonly reason: Sourced<string> | null;
}

export interface Budget {
  readonly range: Range;
  readonly currency: '万元' | '元' | null;
  readonly headerRow: number;
  readonly rows: readonly BudgetRow[];
  /** Amounts of a fund part that carry their own unit different from the head's, e.g. `620.82万元`. */
  readonly headerCells: Readonly<
    Partial<Record<'initial' | 'adjusted' | 'executed' | 'rate' | 'weight' | 'score', CellRef>>
  >;
}

export interface Indicator {
  readonly row: number;
  /** Index into `Table.groups` of the innermost group the row belongs to; null when flat. */
  readonly group: number | null;
  readonly level1: string | null;
  readonly level2: string | null;
  /** Without `指标1：`, ★ and the like; without a weight in brackets. */
  readonly name: string;
  readonly nameCell: CellRef;
  /** Null also where `level1` only follows from the class of level 2. */
  readonly level1Cell: CellRef | null;
  readonly level2Cell: CellRef | null;
  /** Sign and unit columns joined in. `none` where blank or the form has no such column. */
  readonly target: Quantity;
  readonly targetCell: CellRef | null;
  /** The sign column's cell, else the target's. */
  readonly signCell: CellRef | null;
  /** 正向 or 反向 where the form says so in words. */
  readonly direction: 'positive' | 'reverse' | null;
  readonly actual: Quantity;
  readonly actualCell: CellRef | null;
  /** Null where the form has no such column. */
  readonly weight: NumberCell | null;
  readonly score: NumberCell | null;
  readonly reviewScore: NumberCell | null;
  /** 偏差原因 or 扣分原因; `''` where the column is there and the cell blank; null without a column. */
  readonly reason: string | null;
  readonly reasonCell: CellRef | null;
  /** 评分标准 of a rubric row, or of a row that has a target too; null without a column. */
  readonly criteria: string | null;
  /** 评分依据, 自评情况: what was done, as told beside the rules; null without a column. */
  readonly evidence: string | null;
  /**
   * Index of the indicator that has the points, for a row without any that only details it: a 其中
   * row below it, or the row above 其中 rows that carry the points themselves.
   */
  readonly parent: number | null;
  /** Error values among the cells the table needs. */
  readonly errors: readonly Sourced<string>[];
}

/** A level-1, level-2 or level-3 heading over indicator rows. */
export interface Group {
  readonly level: 1 | 2 | 3;
  /** Without the weight: `产出指标` of `产出指标(50分)`. */
  readonly label: string;
  readonly cell: CellRef;
  /** The weight printed in the name or in its own column. */
  readonly weight: Sourced<number> | null;
  readonly parent: number | null;
  /** Indexes into `Table.indicators`, those of inner groups included. */
  readonly indicators: readonly number[];
  /** False where rows of the group could not all be read (cut-off form, rows without weight). */
  readonly complete: boolean;
}

/** A template row (`指标2：`, `……`), a row with only a level label, or a blank row inside the table. */
export interface TemplateRow {
  readonly row: number;
  readonly cell: CellRef;
  readonly text: string;
  /** The template's prompt is still there although other cells of the row are filled. */
  readonly filled: boolean;
}

export interface TotalRow {
  readonly row: number;
  readonly labelCell: CellRef;
  readonly weight: NumberCell | null;
  readonly score: NumberCell | null;
  /** What else is said in its row, as in its 偏差原因: 资料迟报扣2分. */
  readonly remarks?: readonly string[];
}

export interface Subtotal {
  readonly row: number;
  readonly label: string;
  readonly weight: NumberCell | null;
  readonly score: NumberCell | null;
}

/** What spoke for taking a row for something else than an indicator. */
export type RowReason = 'words' | 'marked' | 'bare' | 'adds-up' | 'below-total';

/** A row below the header that is no indicator, and how sure that is. */
export interface RowDecision {
  readonly row: number;
  readonly kind: 'total' | 'subtotal' | 'level' | 'note';
  /**
   * `words`: how it begins. `marked`: numbered, or with points in its name. `bare`: a label and points
   * alone. `adds-up`: its points are those of the rows above or below. `below-total`: it stands there.
   */
  readonly by: readonly RowReason[];
  /** 0…1: by how much more speaks for it than for the next best. */
  readonly confidence: number;
}

export interface Table {
  readonly sheetId: string;
  readonly sheet: string;
  readonly range: Range;
  readonly kind: TableKind;
  readonly scope: TableScope;
  readonly title: Sourced<string> | null;
  readonly year: Sourced<number> | null;
  readonly project: Sourced<string> | null;
  readonly department: Sourced<string> | null;
  readonly unit: Sourced<string> | null;
  readonly meta: readonly MetaField[];
  readonly goal: Goal;
  readonly budget: Budget | null;
  /** Header rows of the indicator block, both ends included. */
  readonly header: { readonly top: number; readonly bottom: number };
  readonly columns: Columns;
  /** The weights are fractions that add up to 1; scores and totals are, too. */
  readonly countsToOne: boolean;
  readonly groups: readonly Group[];
  readonly indicators: readonly Indicator[];
  readonly templateRows: readonly TemplateRow[];
  /** Rows that have a name and nothing else: what they count for cannot be read. */
  readonly nameOnly: readonly Sourced<string>[];
  readonly subtotals: readonly Subtotal[];
  /** Rows that were taken for no indicators, in the order of the form. */
  readonly decided: readonly RowDecision[];
  /** Null: the form was cut off or never had one, so only row checks apply. */
  readonly total: TotalRow | null;
  /** A 评价等级 cell or a grade word beside the total. */
  readonly grade: Sourced<string> | null;
  /** Remarks, conclusions and explanations below or beside the table. */
  readonly notes: readonly Sourced<string>[];
  /** Error values in cells of the funds block or the total row. */
  readonly errors: readonly Sourced<string>[];
  /** What spoke for taking it as it was, and what against. */
  readonly evidence: readonly TableEvidence[];
  /** 0…1. Below `CONFIDENCE_THRESHOLD` the table is offered, not assumed. */
  readonly confidence: number;
  /** Why it is not certain, or what the form cannot give (no weights, no scores). */
  readonly remarks: readonly Message[];
}

/** Read as a self-evaluation is (targets, weights, goal, funds), never marked, scored or summed. */
export interface OtherTable {
  readonly what: OtherKind;
  readonly table: Table;
}

export const CONFIDENCE_THRESHOLD = 0.6;
