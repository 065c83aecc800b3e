/** How a place and year scores. Every value says where it comes from (`sources`). */
export type ReverseMethod = 'reverse-ratio' | 'reverse-linear' | 'zero-if-exceeded';

export interface GradeBand {
  /** Lower end on a scale of 100, included. */
  readonly from: number;
  readonly word: string;
}

/** From a rate on, a share of the points of the funds row. */
export interface ExecutionTier {
  /** Fraction, included. */
  readonly from: number;
  /** Fraction of the points; null: as much as the rate. */
  readonly share: number | null;
}

export interface TotalCap {
  /** Fraction, not included. */
  readonly below: number;
  /** Of `tableTotal`. */
  readonly most: number;
}

export interface QualitativeBand {
  /** Fractions of the weight. The lower end is included; the upper only where `includesUpper`. */
  readonly from: number;
  readonly to: number;
  readonly includesUpper: boolean;
  /** Words of 完成值 that place a row in this band; matched as a part of the text, longest first. */
  readonly words: readonly string[];
}

export interface Profile {
  readonly id: string;
  readonly title: string;
  readonly kind: 'target' | 'rubric';
  /** Weight per canonical level-1 name (产出, 效益, 满意度, 成本); null: read from the sheet. */
  readonly levelWeights: Readonly<Record<string, number>> | null;
  /** Canonical names of levels that a form may do without; the others have their points then. */
  readonly optionalLevels: readonly string[];
  /** Decimals that a 分值 may have; null: no limit. */
  readonly weightDecimals: number | null;
  readonly tableTotal: number;
  readonly positive: { readonly floorRate: number | null };
  readonly reverse: ReverseMethod;
  readonly equal: 'as-positive' | 'exact-or-zero';
  readonly overAchieved: {
    readonly info: number;
    readonly warning: number;
    /** Points taken from a row whose completion rate reaches `from`; null: none are. */
    readonly deduct: { readonly from: number; readonly points: number } | null;
  };
  readonly execution: {
    /** Points of the funds row where the form prints none; 0: it is shown and not scored; null: as printed. */
    readonly weight: number | null;
    /** `carried`: the adjusted budget, or where the form has none the initial one and what was carried over. */
    readonly denominator: 'adjusted' | 'initial' | 'received' | 'carried';
    /** Rate from which the funds row has full marks, and the points lost for each point below; null: in proportion. */
    readonly steps: { readonly fullFrom: number; readonly lossPerPoint: number } | null;
    /** Instead of steps, the highest first and the last from 0; null: none. */
    readonly tiers: readonly ExecutionTier[] | null;
    /** Most points that a total may have while the rate is below; the lowest rate first. Null: no limit. */
    readonly totalCaps: readonly TotalCap[] | null;
    readonly explainBelow: number;
    readonly adjustmentExplainFrom: number;
    /** Score rate may exceed the execution rate by this share of itself before it is said. */
    readonly scoreGap: number;
  };
  readonly qualitative: { readonly bands: readonly QualitativeBand[] };
  /**
   * A row that is 不适用: left to a person, given full marks, or left out while the rest is put on the scale
   * of `tableTotal`.
   */
  readonly notApplicable: 'ask' | 'full' | 'rescale';
  /** A standard's written bonus may lift a score above its weight. */
  readonly bonusAllowed: boolean;
  /** How a step that is not whole counts where the 评分标准 does not say; null: every reading is right. */
  readonly stepRounding: 'started' | 'full' | 'share' | null;
  readonly rounding: { readonly score: number; readonly rate: number };
  readonly tolerance: { readonly silent: number; readonly info: number; readonly error: number };
  readonly heavyIndicator: number;
  readonly grades: readonly GradeBand[];
  /** Dotted path of a value above → document number, page or address it comes from. */
  readonly sources: Readonly<Record<string, string>>;
  /** The same paths → what kind of source that is. */
  readonly marks: Readonly<Record<string, SourceMark>>;
}

/** The text of a regulation, what published forms and systems do, or a rule of this house. */
export type SourceMark = 'regulation' | 'practice' | 'house';
