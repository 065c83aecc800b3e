import { fitting, listOf, openRecord, text } from '../../model/decode';
import type { Clock } from '../../pane/session';

/** What the build leaves beside the page (build/bundle-plugins.js). */
export interface Build {
  /** As people say it: `1.2.0`. */
  readonly version: string;
  /** The script the page begins with; another build has another. */
  readonly scripts: readonly string[];
}

const BUILD = openRecord<Build>({ version: text(), scripts: listOf(text()) });
/** Half an hour between questions: an update is not urgent. */
const PAUSE = 30 * 60_000;

export interface Asking {
  /** The page's own script, without a folder. */
  readonly script: string;
  readonly clock: Pick<Clock, 'after'>;
  /** What stands beside the page as JSON; null where nothing does, or nobody answers. */
  readonly ask: () => Promise<unknown>;
}

/**
 * Tells once of a newer build on the server the page came from, and asks nobody else.
 * @returns how to stop
 */
export function watchNewer(
  { script, clock, ask }: Asking,
  tell: (version: string) => void,
): () => void {
  let isOver = false;
  let forget: () => void = () => undefined;
  const look = async (): Promise<void> => {
    const build = fitting(BUILD, await ask().catch(() => null));
    if (isOver) return;
    if (build && !build.scripts.includes(script)) tell(build.version);
    else forget = clock.after(PAUSE, () => void look());
  };
  void look();
  return () => {
    isOver = true;
    forget();
  };
}
