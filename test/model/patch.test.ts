import { emptyPatch, leftAlone } from '../../src/model/patch';

const NOTHING = emptyPatch('');

test('what was found without a ledger is said, and what is only likely to be ours apart from it', () => {
  const recognised = {
    withoutLedger: true,
    sheets: ['核查清单'],
    likely: [
      { sheet: '附表', cell: 'G8' },
      { sheet: '核查清单备份', cell: null },
    ],
  };
  expect(leftAlone({ ...NOTHING, recognised })).toEqual([
    { kind: 'ledger-gone', sheet: '核查清单', cell: null },
    { kind: 'likely-ours', sheet: '附表', cell: { row: 7, column: 6 } },
    { kind: 'likely-ours', sheet: '核查清单备份', cell: null },
  ]);
  expect(leftAlone(NOTHING)).toEqual([]);
});
