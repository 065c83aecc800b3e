/** How a place and year scores. Every value says where it comes from (`sources`). */
export type ReverseMethod = 'reverse-ratio' | 'reverse-linear' | 'zero-if-exceeded';

export interface GradeBand {
  /** Lower end on a scale of 100, included. */
  readonly from: number;
  readonly word: string;
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
  readonly tableTotal: number;
  readonly positive: { readonly floorRate: number | null };
  readonly reverse: ReverseMethod;
  readonly equal: 'as-positive' | 'exact-or-zero';
  readonly overAchieved: { readonly info: number; readonly warning: number };
  readonly execution: {
    readonly denominator: 'adjusted' | 'initial';
    readonly explainBelow: number;
    readonly adjustmentExplainFrom: number;
    /** Score rate may exceed the execution rate by this share of itself before it is said. */
    readonly scoreGap: number;
  };
  readonly qualitative: { readonly bands: readonly QualitativeBand[] };
  readonly rounding: { readonly score: number; readonly rate: number };
  readonly tolerance: { readonly silent: number; readonly info: number; readonly error: number };
  readonly heavyIndicator: number;
  readonly grades: readonly GradeBand[];
  /** Dotted path of a value above → document number, page or address it comes from. */
  readonly sources: Readonly<Record<string, string>>;
}
