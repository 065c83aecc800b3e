import fc from 'fast-check';
import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { madeRow } from '../support/rubric-maker/make-row';
import type { MadeRow } from '../support/rubric-maker/writings';
import { snapshotOf } from '../support/snapshot-of';
import { render } from '../support/texts';

/** A sheet whose columns have other names than most: of its own words only these may be said. */
const HEAD = [
  '一级指标',
  '二级指标',
  '三级指标',
  '分值',
  '评分标准',
  '自评情况',
  '自评得分',
  '失分说明',
];

const sheetOf = (rows: readonly MadeRow[], reason: string | null) =>
  snapshotOf({
    name: '附表',
    rows: [
      ['部门整体支出绩效自评评分表'],
      HEAD,
      ...rows.map(({ criteria, weight, name, told }) => [
        '产出',
        '数量指标',
        name,
        weight,
        criteria,
        told,
        weight,
        reason,
      ]),
    ],
  });

function saidOf(rows: readonly MadeRow[], reason: string | null): readonly string[] {
  const { tables, findings } = evaluate(sheetOf(rows, reason), DEFAULT_OPTIONS);
  const messages = [
    ...tables.flatMap((table) => table.rows.map(({ explanation }) => explanation)),
    ...findings.flatMap(({ message }) => [message]),
  ];
  return messages.flatMap((message) => [render(message), render(message, 'en')]);
}

const EMPTY_SLOT = /“”|""|（）|\(\)|\{\w+\}|undefined|null|NaN|。。|：。|，。|、。/;

test('a rubric row is spoken of in the words of its own sheet, with nothing left empty', () => {
  fc.assert(
    fc.property(
      fc.array(madeRow, { minLength: 2, maxLength: 5 }),
      fc.constantFrom(null, '扣2分', '一处问题，扣1分', '已说明'),
      (rows, reason) => {
        const written = new Set(rows.flatMap(({ criteria, told, name }) => [criteria, told, name]));
        const own = [...written].join('\n');
        for (const text of saidOf(rows, reason)) {
          expect(text).not.toMatch(EMPTY_SLOT);
          if (!own.includes('扣分原因')) expect(text).not.toContain('扣分原因');
        }
      },
    ),
    { numRuns: 150, seed: 20_261_208 },
  );
});
