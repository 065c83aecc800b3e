import type { RowTest } from '../../src/checks/check';
import { checkOf } from '../../src/checks/registry';
import { rowFindings } from '../../src/checks/row-findings';
import { tableFacts } from '../../src/checks/table-facts';
import { contextOf, type RowSpec } from '../support/table-builder';

const sound: RowSpec = { target: '≥50公里', actual: '52公里', weight: 10, score: 10 };

/** Indexes a test is asked of among three rows, the second of which carries an error value. */
const asked = (kind: 'everyRow' | 'soundRow'): number[] => {
  const seen: number[] = [];
  const test: RowTest = (_indicator, _score, _facts, index) => {
    seen.push(index);
    return null;
  };
  const whole = contextOf({ rows: [sound, sound, sound] });
  const indicators = whole.table.indicators.map((indicator, index) =>
    index === 1
      ? { ...indicator, errors: [{ value: '#DIV/0!', cell: indicator.nameCell }] }
      : indicator,
  );
  const context = { ...whole, table: { ...whole.table, indicators } };
  rowFindings([{ ...checkOf('all-full'), [kind]: () => test }], {
    ...context,
    facts: tableFacts(context),
  });
  return seen;
};

it('asks of every row in order', () => {
  expect(asked('everyRow')).toEqual([0, 1, 2]);
});

it('leaves out rows with an error value where a check wants sound ones', () => {
  expect(asked('soundRow')).toEqual([0, 2]);
});
