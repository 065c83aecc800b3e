import fc from 'fast-check';
import { HEADS, UNKNOWN_HEADS, type HeadOf } from './words';

/** How one indicator is measured and what was filled in. */
export interface RowSpec {
  readonly kind: 'count' | 'rate' | 'quality' | 'date' | 'scale' | 'none';
  /** How a rate is asked: plainly, with how many it is, by what it rises to, from where to where. */
  readonly asked: 'plain' | 'glossed' | 'rising' | 'from-to';
  readonly class: number;
  readonly thing: number;
  readonly target: number;
  /** Actual in hundredths of the target. */
  readonly percent: number;
  /** Share of the points, to be scaled to the form's sum. */
  readonly share: number;
  readonly sign: '≥' | '>=' | '不少于' | '';
  readonly unitInActual: boolean;
  readonly rateAsNumber: boolean;
}

/** `above`: 一、产出指标（50分） above the heads, which stand again below each first level. */
export type LevelStyle =
  'merged' | 'blank' | 'repeated' | 'rows' | 'rows-in-name' | 'above' | 'none';
export type WeightStyle =
  | 'points'
  | 'percent'
  | 'percent-format'
  /** Weights and scores alike. */
  | 'shares'
  | 'shares-format'
  | 'fraction'
  | 'text'
  | 'with-unit';

/**
 * Columns of amounts, points in the heading, one row of figures that nothing names, each head with its
 * figure beside it, heads that only the printed rate explains.
 */
export type FundsStyle = 'columns' | 'heading' | 'unlabelled' | 'beside' | 'odd-heads';

/** 上年完成值, 复核得分, 财政评分, 数据来源. */
export type Extra = 'last-year' | 'review' | 'finance' | 'source';

export type Damage =
  | { readonly kind: 'blank-column'; readonly at: number }
  | { readonly kind: 'blank-row'; readonly at: number }
  | { readonly kind: 'blank-rows' }
  | { readonly kind: 'broken-heads' }
  | { readonly kind: 'no-title' }
  | { readonly kind: 'unmerge' }
  | { readonly kind: 'full-width' }
  | { readonly kind: 'move'; readonly down: number; readonly right: number }
  | { readonly kind: 'header-again' }
  /** First levels whose names went with their merges: the rows by these numbers lose them. */
  | { readonly kind: 'lost-levels'; readonly rows: readonly number[] }
  /** The second half of the rows stands right of the first, under the same heads. */
  | { readonly kind: 'halves' }
  | { readonly kind: 'hide'; readonly row: number; readonly column: number };

export interface FormSpec {
  readonly heads: Readonly<Record<HeadOf, number>>;
  /** Columns whose head is one that no list has. */
  readonly unknown: readonly HeadOf[];
  readonly levels: LevelStyle;
  /** Printed weight behind the level's name. */
  readonly levelWeights: boolean;
  readonly order: 'national' | 'weight-first' | 'score-last' | 'points-first';
  readonly split: boolean;
  readonly weight: WeightStyle;
  readonly rows: readonly RowSpec[];
  readonly funds: 'none' | FundsStyle;
  /** The same form once more below it on the sheet. */
  readonly stacked: boolean;
  /** The same form once more right of it. */
  readonly beside: boolean;
  /** 评分标准 and what was done in place of targets and results. */
  readonly rubric: boolean;
  readonly total: number | null;
  readonly totalAt: 'end' | 'top';
  readonly totalInHead: boolean;
  /** Columns that a form has besides, right of those it needs or before the target. */
  readonly extras: readonly Extra[];
  /** Who filled it in and when, below everything. */
  readonly footer: boolean;
  readonly block: boolean;
  readonly serial: boolean;
  readonly reason: boolean;
  readonly templates: boolean;
  readonly parts: boolean;
  readonly notes: boolean;
  readonly title: number;
  readonly damage: readonly Damage[];
}

const row: fc.Arbitrary<RowSpec> = fc.record({
  kind: fc.constantFrom('count', 'rate', 'quality', 'date', 'scale', 'none'),
  asked: fc.constantFrom('plain', 'plain', 'glossed', 'rising', 'from-to'),
  class: fc.nat(5),
  thing: fc.nat(19),
  target: fc.integer({ min: 2, max: 400 }),
  percent: fc.constantFrom(100, 100, 104, 80, 95),
  share: fc.integer({ min: 1, max: 9 }),
  sign: fc.constantFrom('≥', '>=', '不少于', ''),
  unitInActual: fc.boolean(),
  rateAsNumber: fc.boolean(),
});

const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant('blank-column' as const), at: fc.nat(8) }),
  fc.record({ kind: fc.constant('blank-row' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant('blank-rows' as const) }),
  fc.record({ kind: fc.constant('broken-heads' as const) }),
  fc.record({ kind: fc.constant('no-title' as const) }),
  fc.record({ kind: fc.constant('unmerge' as const) }),
  fc.record({ kind: fc.constant('full-width' as const) }),
  fc.record({ kind: fc.constant('move' as const), down: fc.nat(4), right: fc.nat(3) }),
  fc.record({ kind: fc.constant('header-again' as const) }),
  fc.record({
    kind: fc.constant('lost-levels' as const),
    rows: fc.uniqueArray(fc.nat(8), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('halves' as const) }),
  fc.record({ kind: fc.constant('hide' as const), row: fc.nat(12), column: fc.nat(7) }),
);

const head = (of: HeadOf): fc.Arbitrary<number> => fc.nat(HEADS[of].length - 1);

/** A form of the target kind. Everything shrinks towards the plain national form with one row. */
export const formSpec: fc.Arbitrary<FormSpec> = fc.record({
  heads: fc.record({
    level1: head('level1'),
    level2: head('level2'),
    name: head('name'),
    target: head('target'),
    actual: head('actual'),
    weight: head('weight'),
    score: head('score'),
    reason: head('reason'),
    criteria: head('criteria'),
    evidence: head('evidence'),
  }),
  unknown: fc.subarray(Object.keys(UNKNOWN_HEADS) as HeadOf[], { maxLength: 1 }),
  levels: fc.constantFrom<LevelStyle[]>(
    'merged',
    'blank',
    'repeated',
    'rows',
    'rows-in-name',
    'above',
    'none',
  ),
  levelWeights: fc.boolean(),
  order: fc.constantFrom('national', 'weight-first', 'score-last', 'points-first'),
  split: fc.boolean(),
  weight: fc.constantFrom<WeightStyle[]>(
    'points',
    'points',
    'percent',
    'percent-format',
    'shares',
    'shares-format',
    'fraction',
    'text',
    'with-unit',
  ),
  rows: fc.array(row, { minLength: 3, maxLength: 9 }),
  funds: fc.constantFrom('none', 'columns', 'heading', 'unlabelled', 'beside', 'odd-heads'),
  stacked: fc.integer({ min: 0, max: 7 }).map((one) => one === 7),
  beside: fc.integer({ min: 0, max: 9 }).map((one) => one === 9),
  rubric: fc.integer({ min: 0, max: 5 }).map((one) => one === 5),
  total: fc.option(fc.nat(6)),
  totalAt: fc.constantFrom('end', 'end', 'top'),
  totalInHead: fc.boolean(),
  extras: fc.subarray<Extra>(['last-year', 'review', 'finance', 'source'], { maxLength: 2 }),
  footer: fc.boolean(),
  block: fc.boolean(),
  serial: fc.boolean(),
  reason: fc.boolean(),
  templates: fc.boolean(),
  parts: fc.boolean(),
  notes: fc.boolean(),
  title: fc.nat(3),
  damage: fc.array(damage, { maxLength: 2 }),
});
