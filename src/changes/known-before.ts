import type { Patch, SheetWrite } from '../model/patch';
import type { Writes } from './check-patch';
import type { WantedFlags } from './flag-edits';
import type { Standing, StandingBook } from './standing';

/** Everything that was found out before the first cell is touched. */
export interface Findings {
  readonly patch: Patch;
  readonly reading: StandingBook;
  readonly writes: Writes;
  readonly flags: WantedFlags;
  readonly standing: Standing;
  /** Cells with a thread of the user's, `附表!G5`. */
  readonly threads: ReadonlySet<string>;
  /** Our sheets as this session last wrote them. */
  readonly pages: readonly SheetWrite[];
  /** What the host can do: notes need ExcelApi 1.18. */
  readonly abilities: { readonly notes: boolean };
}
