import path from 'node:path';
import { alarmChanges, alarmsIn, keptAlarms } from './alarms';

const FOLDER = path.join(__dirname, '../../fixtures/reports');

/** Correct reports, one with half-width marks: a line added here is a false alarm until it was read. */
test('says no more and no less of correct reports than the kept list', () => {
  expect(alarmChanges(alarmsIn(FOLDER), keptAlarms(FOLDER))).toEqual({ added: [], gone: [] });
});

test('alarms nobody: no error and no warning is kept', () => {
  expect(keptAlarms(FOLDER).filter((line) => !line.includes('\tinfo\t'))).toEqual([]);
});

test('tells what is added and what is gone, a line twice as two', () => {
  expect(alarmChanges(['a', 'a', 'b'], ['a', 'c'])).toEqual({ added: ['a', 'b'], gone: ['c'] });
});
