import { message } from '../../texts/message';
import { DEFAULT_SETTINGS, NO_CHOICES } from '../session-state';
import { NOTHING_DONE, type Asked, type Machine, type Run } from './machine';
import {
  enter,
  enterAfterPause,
  finish,
  forgetAdoption,
  forgetStale,
  show,
  showWorking,
  type Move,
} from './move';
import { choosing } from './reading';
import { startWriting } from './writing';

/** Begins a job whose turn it is. */
export function begin(before: Machine, asked: Asked): Move {
  const run: Run = {
    ...asked,
    phase: { at: 'reading' },
    pausing: false,
    done: null,
    since: before.edits,
    begun: { edits: before.edits, elsewhere: before.elsewhere },
    calledOff: false,
    abandoned: false,
  };
  const machine = { ...forgetStale(before), run };
  const { job } = asked;
  const read = (shown: Machine): Move =>
    enterAfterPause(showWorking(shown, 'reading', true), run, { at: 'reading' });
  switch (job.kind) {
    case 'open':
      return open(machine, run);
    case 'apply': {
      const { workbook, patch } = job;
      const told = message('pane.notice.scored');
      return startWriting(machine, run, { of: 'scores', workbook, patch, told, left: false });
    }
    case 'adopt': {
      const adopt = new Set([...machine.shown.choices.adopt, ...job.places]);
      return read(show(machine, { choices: { ...NO_CHOICES, adopt } }));
    }
    case 'choose':
      return read(choosing(machine, job.choice, machine.shown.workbook?.snapshot ?? null));
    case 'reconsider':
      return reconsider(machine, run);
    case 'undo': {
      const shown = showWorking(forgetAdoption(machine), 'writing', false);
      return enterAfterPause(shown, run, { at: 'undoing' });
    }
    case 'clear':
    case 'reasons':
      return read(forgetAdoption(machine));
    case 'automatic': {
      const { stage, settings } = machine.shown;
      const wanted = stage.kind === 'ready' && settings.autoRecalculate;
      return wanted ? enter(machine, run, { at: 'reading' }) : finish(machine);
    }
    default:
      return read(machine);
  }
}

/** Consent to overwrite is for the workbook it was given for. */
function open(machine: Machine, run: Run): Move {
  const { settings } = machine.shown;
  const { overwriteScores } = DEFAULT_SETTINGS;
  const blank = show(
    { ...machine, automatic: [], owed: null, written: null, writes: 0 },
    { stage: { kind: 'loading' }, settings: { ...settings, overwriteScores }, ...NOTHING_DONE },
  );
  const [next, effects] = enter(blank, run, { at: 'reading' });
  return [next, [{ do: 'call-off' }, ...effects]];
}

/** Other settings: the workbook read last is scored by them. */
function reconsider(machine: Machine, run: Run): Move {
  const { workbook } = machine.shown;
  if (!workbook) return finish(machine);
  const { snapshot } = workbook;
  return enterAfterPause(
    // The preview it leaves was all that showed an adoption.
    show(machine, { choices: NO_CHOICES }),
    { ...run, done: { kind: 'reconsidered' } },
    { at: 'scoring', asRead: snapshot, snapshot },
  );
}
