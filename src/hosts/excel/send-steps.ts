import type { Degradation } from '../../model/patch';
import { isRefusedWhole, readExcelError } from './excel-failure';
import type { ExcelSession } from './excel-session';
import type { Asked } from './read-book';
import { openBatch, type Batch, type Step } from './write-steps';

/** Excel on the web refuses requests above 5 MB; sizes of steps are guesses, so less is sent. */
const MOST_REQUEST = 4_500_000;
/** Steps that may be left out of one write, each at the cost of a round trip, before it is given up. */
const MOST_SKIPPED = 8;

/** A write that came to a halt. */
export interface Halted {
  readonly reason: unknown;
  /** Steps known to be done. */
  readonly done: number;
  readonly total: number;
  /** The very first request was turned away: the workbook is as it was. */
  readonly nothingDone: boolean;
}

export interface Sent<T> {
  readonly halted: Halted | null;
  readonly degradations: readonly Degradation[];
  /** What was asked for behind the last step; null where that could not be answered. */
  readonly answer: T | null;
  /** All went in one request, the question behind it included: nobody can have come in between. */
  readonly atOnce: boolean;
}

export interface Sending<T> {
  readonly steps: readonly Step[];
  /** Whether events are to be on again at the end. */
  readonly eventsWere: boolean;
  /** Asked in the last request, after everything is written. */
  readonly ask: ((batch: Batch) => Asked<T>) | null;
  readonly onProgress?: (done: number, total: number) => void;
}

/** The end of the pack that starts at `from`: as many steps as one request holds, at least one. */
function endOfPack(steps: readonly Step[], from: number, most: number): number {
  let size = 0;
  let end = from;
  for (; end < steps.length; end++) {
    size += steps[end]?.size ?? 0;
    if (size > most && end > from) break;
  }
  return end;
}

const markOf = (index: number): string => `step ${index}`;

/** Index of the first step of a pack that was not reached to its end. */
function stepsReached(marks: readonly string[], from: number, end: number): number {
  const known = new Set(marks);
  let index = from;
  while (index < end && known.has(markOf(index))) index++;
  return index;
}

/**
 * Sends the steps, in one request where they fit. Events are off from the first action to the last.
 * A step that may be left out and fails is left out by name; any other failure halts the write, and
 * the caller decides what becomes of it. Events may then still be off.
 */
export async function sendSteps<T>(session: ExcelSession, sending: Sending<T>): Promise<Sent<T>> {
  const { steps, eventsWere, ask, onProgress } = sending;
  const total = steps.length;
  const degradations: Degradation[] = [];
  let answer: T | null = null;
  let skipped = 0;
  let next = 0;
  let requests = 0;
  do {
    requests++;
    const end = endOfPack(steps, next, session.mostRequest ?? MOST_REQUEST);
    const isLast = end === total;
    const context = session.openContext();
    const batch = openBatch(context);
    context.runtime.enableEvents = false;
    for (let index = next; index < end; index++) {
      steps[index]?.enqueue(batch);
      context.trace(markOf(index));
    }
    if (isLast) context.runtime.enableEvents = eventsWere;
    if (isLast) context.trace('events');
    const asked = isLast && ask ? ask(batch) : null;
    try {
      await context.sync();
      answer = asked?.() ?? null;
      next = end;
    } catch (reason) {
      const error = readExcelError(reason);
      const reached = stepsReached(error.reached, next, end);
      if (reached === end && isLast && error.reached.includes('events')) {
        next = end;
      } else {
        const otherwise = steps[reached]?.otherwise ?? null;
        const isSkippable = error.reached.length > 0 || reached > next || !isRefusedWhole(error);
        if (!otherwise || !isSkippable || error.code === '' || ++skipped > MOST_SKIPPED) {
          const nothingDone = next === 0 && isRefusedWhole(error) && error.reached.length === 0;
          return {
            halted: { reason, done: reached, total, nothingDone },
            degradations,
            answer: null,
            atOnce: false,
          };
        }
        degradations.push(otherwise);
        next = reached + 1;
      }
    }
    onProgress?.(next, total);
  } while (next < total);
  return { halted: null, degradations, answer, atOnce: requests === 1 && answer !== null };
}
