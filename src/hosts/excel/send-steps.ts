import type { Degradation } from '../../model/patch';
import { isRefusedWhole, readExcelError, type ExcelError } from './excel-failure';
import type { ExcelSession } from './excel-session';
import type { Asked } from './book-list';
import { belongsTo, openBatch, type Batch, type Step } from './write-steps';

/** Excel on the web refuses requests above 5 MB; sizes of steps are guesses, so less is sent. */
const MOST_REQUEST = 4_500_000;
/**
 * Steps that belong to nothing larger and may be left out of one write, each at the cost of a round
 * trip, before it is given up.
 */
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

/** A request that did not come so far was turned away as a whole, or its answer was lost. */
const BEGUN = 'begun';

const markOf = (index: number): string => `step ${index}`;

/** Index of the first step of a pack that was not reached to its end. */
function stepsReached(marks: readonly string[], from: number, end: number): number {
  const known = new Set(marks);
  let index = from;
  while (index < end && known.has(markOf(index))) index++;
  return index;
}

/** One request: the steps of a pack, and what is asked behind the last. */
function fillBatch<T>(
  context: Excel.RequestContext,
  pack: readonly Step[],
  last: { readonly eventsWere: boolean; readonly ask: Sending<T>['ask'] } | null,
  from: number,
): Asked<T> | null {
  const batch = openBatch(context);
  context.runtime.enableEvents = false;
  context.trace(BEGUN);
  pack.forEach((step, index) => {
    step.enqueue(batch);
    context.trace(markOf(from + index));
  });
  if (!last) return null;
  context.runtime.enableEvents = last.eventsWere;
  context.trace('events');
  return last.ask?.(batch) ?? null;
}

const known = (list: readonly Degradation[], one: Degradation): boolean =>
  list.some((other) => JSON.stringify(other) === JSON.stringify(one));

/**
 * Sends the steps, in one request where they fit. Events are off from the first action to the last.
 * A step that fails and has others to stand in for it gives way to those; one that may be left out is
 * left out by name, with all that follows of its part; any other failure halts the write, and the caller decides what becomes of it. Events may then still be
 * off.
 */
export async function sendSteps<T>(session: ExcelSession, sending: Sending<T>): Promise<Sent<T>> {
  const { eventsWere, ask, onProgress } = sending;
  let { steps } = sending;
  const degradations: Degradation[] = [];
  let answer: T | null = null;
  let skipped = 0;
  let next = 0;
  let requests = 0;
  let isDone = false;
  // Also where the last step of all was left out: events are still to be switched on.
  while (!isDone) {
    requests++;
    const end = endOfPack(steps, next, session.mostRequest ?? MOST_REQUEST);
    const isLast = end === steps.length;
    const context = session.openContext();
    const pack = steps.slice(next, end);
    const asked = fillBatch(context, pack, isLast ? { eventsWere, ask } : null, next);
    try {
      await context.sync();
      answer = asked?.() ?? null;
      next = end;
      isDone = isLast;
    } catch (reason) {
      const error = readExcelError(reason);
      const reached = stepsReached(error.reached, next, end);
      const failed = steps[reached];
      if (reached === end && isLast && error.reached.includes('events')) {
        next = end;
        isDone = true;
      } else if (failed?.instead && isSkippable(error)) {
        steps = [...steps.slice(0, reached), ...failed.instead, ...steps.slice(reached + 1)];
        next = reached;
      } else if (!failed?.otherwise || !isSkippable(error) || isTooMany(failed, skipped)) {
        const nothingDone = next === 0 && isRefusedWhole(error) && error.reached.length === 0;
        const halted = { reason, done: reached, total: steps.length, nothingDone };
        return { halted, degradations, answer: null, atOnce: false };
      } else {
        if (failed.part.length === 0) skipped++;
        if (!known(degradations, failed.otherwise)) degradations.push(failed.otherwise);
        steps = steps.filter((step, index) => index <= reached || !belongsTo(step, failed));
        next = reached + 1;
      }
    }
    onProgress?.(next, steps.length);
  }
  return { halted: null, degradations, answer, atOnce: requests === 1 && answer !== null };
}

const isTooMany = ({ part }: Step, skipped: number): boolean =>
  part.length === 0 && skipped >= MOST_SKIPPED;

/** An error without a code says nothing of any step, nor does one of a request that never began. */
const isSkippable = ({ code, reached }: ExcelError): boolean =>
  code !== '' && reached.includes(BEGUN);
