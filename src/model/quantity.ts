/**
 * A number, date or wording as a person wrote it into 年度指标值 or 实际完成值.
 * Values are plain numbers whose shortest decimal spelling is the exact value meant
 * (at most 15 significant digits); arithmetic on them goes through `quantity/exact`.
 */
export type QuantityKind = 'number' | 'percent' | 'date' | 'range' | 'qualitative' | 'none';

export type Comparison = '>=' | '<=' | '>' | '<' | '=' | 'range';

/**
 * Calendar span a date wording stands for, ISO dates; `2021年底` ends on 2021-12-31. A day whose year
 * nobody wrote has the short form: `12月底前` ends on `--12-31`.
 */
export interface DateSpan {
  readonly from: string;
  readonly to: string;
}

export interface Quantity {
  /** As written; a number cell as it is displayed (a 0.95 cell with a % format is `95%`). */
  readonly text: string;
  readonly kind: QuantityKind;
  readonly op: Comparison | null;
  /** In `unit`; a percentage is counted in hundredths (95 for 95%). A range's lower end. */
  readonly value: number | null;
  /** A range's upper end. */
  readonly upper: number | null;
  /** As written, without the number: 个, 万元, %, 元/人·月. */
  readonly unit: string | null;
  readonly date: DateSpan | null;
}
