import type { FindingSeverity } from '../model/finding';
import {
  canRestore,
  fillMarkup,
  fillOfMarkup,
  isToneFill,
  NO_FILL,
  sameFill,
  TONE_FILLS,
  type Fill,
  type PlainFills,
} from './fill-memory';

/** How a host speaks of fills: Excel and WPS tell colours, a file has elements of its style part. */
export interface FillTerms<F> {
  readonly none: F;
  readonly tone: (tone: FindingSeverity) => F;
  /** Whether it is one of the three that marks set. */
  readonly isTone: (fill: F) => boolean;
  readonly same: (first: F, second: F) => boolean;
  /** Whether the host could put it back; a cell with any other is not coloured. */
  readonly canRestore: (fill: F) => boolean;
  /** As the ledger remembers it: the element a file has for it. */
  readonly remembered: (fill: F) => string;
  /** What is remembered, as the host puts it back; null where only a file host can. */
  readonly recalled: (markup: string) => F | null;
}

/** Fills as Excel and WPS tell them: they take no colours of the theme and no gradients. */
export const colourFills = (plain: PlainFills): FillTerms<Fill> => ({
  none: NO_FILL,
  tone: (tone) => ({ color: TONE_FILLS[tone], pattern: 'Solid', patternColor: '' }),
  isTone: isToneFill,
  same: sameFill,
  canRestore,
  remembered: fillMarkup,
  recalled: (markup) => fillOfMarkup(plain.get(markup) ?? markup),
});
