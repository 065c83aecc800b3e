import { speaker } from '../../../texts/catalogue';
import { batchNames as english } from '../../../texts/en/batch-names';
import { batchNames as chinese } from '../../../texts/zh-CN/batch-names';
import { answers, idle, show, tell, type DeskData, type Stepped } from '../books/steps/desk-data';
import type { BatchFile } from '../books/steps/effects';
import type { EventOf } from '../books/steps/events';
import type { Steps } from '../books/steps/step';
import { wasCalledOff } from './batch';

const NAMES = {
  'zh-CN': speaker('workbench.batch', { language: 'zh-CN', entries: chinese }),
  en: speaker('workbench.batch', { language: 'en', entries: english }),
};

const twoDigits = (part: number): string => String(part).padStart(2, '0');

function fileOf(what: BatchFile['what'], at: Date, language: DeskData['language']): BatchFile {
  const parts = [at.getFullYear(), twoDigits(at.getMonth() + 1), twoDigits(at.getDate())];
  const date = parts.join('-');
  const time = `${twoDigits(at.getHours())}${twoDigits(at.getMinutes())}`;
  const named = NAMES[language];
  return {
    what,
    name: named(what === 'zip' ? 'zipName' : 'summaryName', { date }),
    folder: named('folderName', { date: parts.join(''), time }),
    date,
  };
}

function runBatch(data: DeskData, { files, call }: EventOf<'runBatch'>): Stepped {
  const batch = data.batch + 1;
  const { language } = data;
  return [
    show({ ...data, batch }, { view: 'batch', batch: { kind: 'reading' }, notice: null }),
    [{ kind: 'callOffBatch' }, { kind: 'runBatch', batch, files, language, call }],
  ];
}

/** Of an earlier batch nobody wants to hear. */
const ofThis = (data: DeskData, batch: number): boolean =>
  data.batch === batch && ['reading', 'running'].includes(data.shown.batch.kind);

function batchRuns(data: DeskData, { batch, done, total }: EventOf<'batchRuns'>): Stepped {
  if (!ofThis(data, batch)) return idle(data);
  return idle(show(data, { batch: { kind: 'running', done, total } }));
}

function batchDone(data: DeskData, event: EventOf<'batchDone'>): Stepped {
  const { batch, rows, files, call } = event;
  const ended = answers([call], true);
  if (!ofThis(data, batch)) return [data, ended];
  return [show(data, { batch: { kind: 'done', rows, files, writing: false } }), ended];
}

function batchFailed(data: DeskData, { batch, failure, call }: EventOf<'batchFailed'>): Stepped {
  const ended = answers([call], false);
  if (!ofThis(data, batch)) return [data, ended];
  const now = wasCalledOff(failure)
    ? { kind: 'none' as const }
    : { kind: 'failed' as const, failure };
  return [show(data, { batch: now }), ended];
}

const saveBatch = (data: DeskData, { what, at, call }: EventOf<'saveBatch'>): Stepped => [
  data,
  [{ kind: 'chooseBatchPlace', file: fileOf(what, at, data.language), call }],
];

function batchPlaceChosen(data: DeskData, event: EventOf<'batchPlaceChosen'>): Stepped {
  const { file, place, notice, call } = event;
  const { batch } = data.shown;
  const now = notice === null ? data : tell(data, notice);
  if (place === null || batch.kind !== 'done' || batch.writing)
    return [now, answers([call], false)];
  return [
    show(now, { batch: { ...batch, writing: true } }),
    [{ kind: 'writeBatch', file, place, call }],
  ];
}

function batchWritten(data: DeskData, { notice, call }: EventOf<'batchWritten'>): Stepped {
  const { batch } = data.shown;
  const now = batch.kind === 'done' ? show(data, { batch: { ...batch, writing: false } }) : data;
  return [tell(now, notice), answers([call], true)];
}

export const batchSteps: Steps<
  | 'runBatch'
  | 'batchRuns'
  | 'batchDone'
  | 'batchFailed'
  | 'cancelBatch'
  | 'saveBatch'
  | 'batchPlaceChosen'
  | 'batchWritten'
> = {
  runBatch,
  batchRuns,
  batchDone,
  batchFailed,
  cancelBatch: (data) => [show(data, { batch: { kind: 'none' } }), [{ kind: 'callOffBatch' }]],
  saveBatch,
  batchPlaceChosen,
  batchWritten,
};
