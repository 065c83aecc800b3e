import { readArguments, readCount, readMapping } from '../../../src/apps/cli/arguments';
import { isFailure } from '../../../src/model/failure';

const KINDS = { out: 'text', map: 'texts', json: 'switch' } as const;

function refusal(action: () => unknown): [string, unknown] {
  try {
    action();
  } catch (reason) {
    if (isFailure(reason)) return [reason.code, reason.data];
  }
  return ['nothing refused', null];
}

test('reads words, texts, lists and switches in any order', () => {
  const args = readArguments(
    ['a.xlsx', '--out', 'r', '--json', 'b.xlsx', '--map=x', '--map', 'y'],
    KINDS,
  );
  expect(args.words).toEqual(['a.xlsx', 'b.xlsx']);
  expect(args.texts).toEqual({ out: 'r' });
  expect(args.lists).toEqual({ map: ['x', 'y'] });
  expect([...args.switches]).toEqual(['json']);
});

test('after -- everything is a file name', () => {
  expect(readArguments(['--', '--json', '-a.xlsx'], KINDS).words).toEqual(['--json', '-a.xlsx']);
});

test.each([
  [['--nope'], 'usage-option', { option: '--nope' }],
  [['--nope=3'], 'usage-option', { option: '--nope' }],
  [['-x'], 'usage-option', { option: '-x' }],
  [['--__proto__'], 'usage-option', { option: '--__proto__' }],
  [['--out'], 'usage-value', { option: '--out' }],
  [['a.xlsx', '--json=1'], 'usage-value', { option: '--json' }],
  [['--out', '--json'], 'usage-value', { option: '--out' }],
])('refuses %j by name', (argv, code, data) => {
  expect(refusal(() => readArguments(argv, KINDS))).toEqual([code, data]);
});

const ROLES = new Set(['score', 'weight']);

test('reads columns for every sheet and for one', () => {
  const mapping = readMapping(['score=i,weight=H', '附表!score=AB', 'a!b!weight=C'], ROLES);
  expect({ ...mapping }).toEqual({
    '*': { score: 'I', weight: 'H' },
    附表: { score: 'AB' },
    'a!b': { weight: 'C' },
  });
});

test('a sheet named __proto__ is a sheet', () => {
  const mapping = readMapping(['__proto__!score=A'], ROLES);
  expect(Object.keys(mapping)).toEqual(['__proto__']);
  expect(({} as Record<string, unknown>)['score']).toBeUndefined();
});

test.each(['score', 'score=', 'score=1', 'nope=A', 'toString=A', '=A', 'score=ABCD', ''])(
  'refuses the column choice %j',
  (text) => {
    expect(refusal(() => readMapping([text], ROLES))).toEqual(['usage-map', { text }]);
  },
);

test.each([
  ['0', 0],
  ['12', 12],
])('reads the count %s', (text, count) => {
  expect(readCount('--max-warnings', text)).toBe(count);
});

test.each(['-1', '1.5', 'x', '', '1e3'])('refuses the count %j', (text) => {
  expect(refusal(() => readCount('--n', text))).toEqual(['usage-number', { option: '--n', text }]);
});
