import { Session, type Profiler } from 'node:inspector';

/** A stretch of a function: where it begins and ends in its script. */
type Stretch = Pick<Profiler.CoverageRange, 'startOffset' | 'endOffset'>;

/** What V8 tells of a function that ran: the whole of it first, then the stretches that it skipped. */
interface Ran {
  /** Of its script and its place there. */
  readonly id: string;
  readonly skipped: readonly Stretch[];
}

const within = (inner: Stretch, outer: Stretch): boolean =>
  inner.startOffset >= outer.startOffset && inner.endOffset <= outer.endOffset;

const nameOf = ({ startOffset, endOffset }: Stretch): string =>
  `${String(startOffset)}-${String(endOffset)}`;

/**
 * Remembers which functions ran and which of their stretches were skipped whenever they did, and tells
 * of each run whether it reached one of those for the first time.
 */
export function branchMemory(): (ran: readonly Ran[]) => boolean {
  const open = new Map<string, Map<string, Stretch>>();
  const reached = new Set<string>();
  return (ran) => {
    let isNew = false;
    for (const { id, skipped } of ran) {
      const known = open.get(id) ?? new Map<string, Stretch>();
      if (!open.has(id)) isNew = true;
      open.set(id, known);
      for (const [name, stretch] of known) {
        if (skipped.some((one) => within(stretch, one))) continue;
        known.delete(name);
        reached.add(`${id} ${name}`);
        isNew = true;
      }
      for (const one of skipped) {
        if (!reached.has(`${id} ${nameOf(one)}`)) known.set(nameOf(one), one);
      }
    }
    return isNew;
  };
}

export interface Coverage {
  /** What ran since this was last asked. */
  readonly ran: () => Promise<readonly Ran[]>;
  readonly stop: () => void;
}

/** Has V8 count what runs of the scripts whose address has one of these pieces in it. */
export async function startCoverage(pieces: readonly string[]): Promise<Coverage> {
  const session = new Session();
  session.connect();
  const post = <T>(method: string, data: object = {}): Promise<T> =>
    new Promise((resolve, reject) => {
      session.post(method, data, (failed: Error | null, answer?: object) => {
        if (failed) reject(failed);
        else resolve(answer as T);
      });
    });
  await post('Profiler.enable');
  await post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return {
    ran: async () => {
      const { result } = await post<Profiler.TakePreciseCoverageReturnType>(
        'Profiler.takePreciseCoverage',
      );
      return result
        .filter(({ url }) => pieces.some((piece) => url.includes(piece)))
        .flatMap(({ scriptId, functions }) => functions.flatMap((one) => ranOf(scriptId, one)));
    },
    stop: () => {
      session.disconnect();
    },
  };
}

function ranOf(scriptId: string, { ranges }: Profiler.FunctionCoverage): Ran[] {
  const [whole, ...parts] = ranges;
  if (!whole || whole.count === 0) return [];
  const skipped = parts.filter(({ count }) => count === 0);
  return [{ id: `${scriptId} ${nameOf(whole)}`, skipped }];
}
