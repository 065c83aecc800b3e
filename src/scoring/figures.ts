import type { Message } from '../texts/message';
import { multiply, roundHalfUp } from '../quantity/exact';
import { plainNumber } from '../quantity/read-quantity';
import { rememberingFigures } from '../model/remember';

/** What a method is given: two figures in one unit, a weight above 0, and how they were written. */
export interface Figures {
  readonly target: number;
  readonly actual: number;
  readonly weight: number;
  /** The unit both figures are in. */
  readonly unit: string | null;
  readonly targetText: string;
  readonly actualText: string;
  /** That less is better is told by the name alone: a rule of this tool, which a person may overrule. */
  readonly byName?: boolean;
}

/** A figure as people read it, at most four decimals. */
export const figure = (value: number): string =>
  Number.isSafeInteger(value) ? String(value) : plainNumber(roundHalfUp(value, 4));

/** A fraction as a percentage of at most two decimals: 0.98 is `98%`; past what a number holds, a dash. */
export const percent = rememberingFigures(500, (fraction: number): string => {
  const hundredths = roundHalfUp(multiply(fraction, 100), 2);
  return Number.isFinite(hundredths) ? `${plainNumber(hundredths)}%` : '—';
});

/** The figures an explanation names; written out, since a spread costs more than the scoring. */
export function named(figures: Figures, rate = '', score: number | null = null): Message['data'] {
  return {
    target: figures.targetText,
    actual: figures.actualText,
    weight: figure(figures.weight),
    rate,
    score: score === null ? '' : figure(score),
  };
}

/** `named`, and the two figures as a formula shows them: in one unit and without a sign. */
export function computed(figures: Figures, rate: string, score: number | null): Message['data'] {
  const unit = figures.unit ?? '';
  return {
    target: figures.targetText,
    actual: figures.actualText,
    weight: figure(figures.weight),
    rate,
    score: score === null ? '' : figure(score),
    due: figure(figures.target) + unit,
    done: figure(figures.actual) + unit,
  };
}

const LONGEST_QUOTE = 40;

/** A cell's wording as an explanation quotes it. */
export const quoted = (text: string): string =>
  text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
