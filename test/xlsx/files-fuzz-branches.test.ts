import { branchMemory } from '../support/files-maker/branches';

const stretch = (startOffset: number, endOffset: number) => ({ startOffset, endOffset });
const ran = (id: string, ...skipped: (readonly [number, number])[]) => [
  { id, skipped: skipped.map(([from, to]) => stretch(from, to)) },
];

test('a run is new that reaches a function, or what was skipped in it before', () => {
  const isNew = branchMemory();
  expect(isNew(ran('read', [10, 40]))).toBe(true);
  expect(isNew(ran('read', [10, 40]))).toBe(false);
  expect(isNew(ran('write'))).toBe(true);
  // All of it but for what lies deeper; that is then met as well.
  expect(isNew(ran('read', [20, 30]))).toBe(true);
  expect(isNew(ran('read', [10, 40]))).toBe(false);
  expect(isNew(ran('read'))).toBe(true);
  expect(isNew(ran('read'))).toBe(false);
});

test('what lies in a stretch that is skipped is not reached', () => {
  const isNew = branchMemory();
  isNew(ran('read', [20, 30]));
  expect(isNew(ran('read', [10, 40]))).toBe(false);
  expect(isNew(ran('read', [20, 30]))).toBe(true);
});
