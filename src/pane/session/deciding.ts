import { message, type Message } from '../../texts/message';
import { emptyPatch, isEmptyPatch, type Patch } from '../../model/patch';
import { sameData } from '../../model/same-data';
import type { Snapshot } from '../../model/snapshot';
import { previewOf } from '../preview';
import { isScored, type Workbook } from '../session-state';
import { toldOfChoice, type Job } from './jobs';
import type { Machine, Phase, Run } from './machine';
import { enter, finish, forgetAdoption, isMissed, notify, show, type Move } from './move';
import { isOutOfDate, replacesFilled } from './out-of-date';
import { filledByScoring, reasonBlocks } from './reasons';
import { startWriting } from './writing';

/** What would be written, and what it was planned from. */
interface Plan {
  readonly workbook: Workbook;
  readonly patch: Patch;
  /** Scores of a person's would have been replaced; that is for a person to ask for. */
  readonly left: boolean;
}

const BURST_WITHIN = 20_000;

/** Jobs that write without showing it first, and so leave every score of a person's alone. */
const isQuiet = ({ kind }: Job): boolean => !['preview', 'recalculate'].includes(kind);

/** Whether a person has to agree before anything is written at all. */
const asksFirst = ({ kind }: Job, { snapshot }: Workbook): boolean =>
  kind === 'preview' || ((kind === 'recalculate' || kind === 'adopt') && !isScored(snapshot));

export function onPlanned(
  machine: Machine,
  run: Run,
  phase: Phase & { at: 'planning' },
  patch: Patch,
): Move {
  const { workbook, asRead, quiet } = phase;
  const { job } = run;
  const replaces = !quiet && replacesFilled(patch, workbook);
  if (replaces && isQuiet(job) && !asksFirst(job, workbook)) {
    return enter(machine, run, { ...phase, quiet: true });
  }
  const plan: Plan = { workbook, patch, left: quiet };
  switch (job.kind) {
    case 'preview':
    case 'recalculate':
    case 'adopt':
      if (asksFirst(job, workbook)) return openPreview(machine, run, plan);
      return recalculate(machine, run, plan, replaces);
    case 'automatic':
      return recalculateUnasked(machine, run, plan, job.now);
    case 'reasons':
      return writeReasons(machine, run, asRead, plan, job);
    case 'choose':
      return write(machine, run, plan, toldOfChoice(job.choice));
    default:
      return finish(machine);
  }
}

const write = (machine: Machine, run: Run, plan: Plan, told: Message): Move =>
  startWriting(machine, run, { of: 'scores', ...plan, told });

function openPreview(machine: Machine, run: Run, { workbook, patch }: Plan): Move {
  if (!isEmptyPatch(patch)) return showPreview(machine, workbook, patch);
  const dirty = isMissed(machine, run);
  const shown = show(forgetAdoption(machine), { stage: { kind: 'ready' }, dirty });
  return finish(notify(shown, 'info', message('pane.notice.nothing')));
}

function showPreview(machine: Machine, workbook: Workbook, patch: Patch): Move {
  const { snapshot, result } = workbook;
  const stage = { kind: 'preview', preview: previewOf(patch, snapshot, result), patch } as const;
  const dirty = machine.shown.dirty || isScored(snapshot);
  return finish(show(machine, { stage, dirty, notice: null }));
}

function recalculate(machine: Machine, run: Run, plan: Plan, replaces: boolean): Move {
  const { workbook, patch, left } = plan;
  if (isEmptyPatch(patch)) {
    const dirty = left || isMissed(machine, run);
    const shown = show(forgetAdoption(machine), { stage: { kind: 'ready' }, dirty });
    return finish(notify(shown, 'info', message('pane.notice.upToDate')));
  }
  if (replaces) return showPreview(machine, workbook, patch);
  const { job } = run;
  const told =
    job.kind === 'adopt'
      ? message('pane.notice.adopted', { count: job.places.length })
      : message('pane.notice.recalculated');
  return write(machine, run, plan, told);
}

function recalculateUnasked(machine: Machine, run: Run, plan: Plan, now: number): Move {
  const { workbook, patch, left } = plan;
  const isEcho = sameData(workbook.result, machine.written?.result);
  if (isEmptyPatch(patch) || isEcho) {
    const dirty = left || isOutOfDate(patch, machine.written) || isMissed(machine, run);
    return finish(show(machine, { workbook, dirty }));
  }
  const automatic = machine.automatic.filter((time) => time >= now - BURST_WITHIN);
  if (automatic.length < machine.limits.automaticWrites) {
    const counted = { ...machine, automatic: [...automatic, now] };
    return write(counted, run, plan, message('pane.notice.recalculated'));
  }
  const settings = { ...machine.shown.settings, autoRecalculate: false };
  const off = show({ ...machine, automatic }, { workbook, settings });
  return finish(notify(off, 'warning', message('pane.notice.burst')));
}

/** Reasons and corrections; into a workbook not scored yet they go by themselves. */
export function writeReasons(
  machine: Machine,
  run: Run,
  asRead: Snapshot,
  plan: Omit<Plan, 'patch'> & { readonly patch: Patch | null },
  { edits, of }: Job & { kind: 'reasons' },
): Move {
  const blocks = reasonBlocks(asRead, edits);
  const scores = plan.patch ?? emptyPatch(asRead.revision);
  const patch = { ...scores, values: [...blocks, ...scores.values] };
  const workbook = { ...plan.workbook, snapshot: asRead };
  const count = blocks.length + filledByScoring(asRead, edits);
  const told = message(`pane.notice.${of}`, { count });
  const written = { workbook, patch, told, left: plan.left };
  return startWriting(machine, run, { of: isScored(asRead) ? 'scores' : 'reasons', ...written });
}
