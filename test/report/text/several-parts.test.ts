import fc from 'fast-check';
import { readReport } from '../../../src/report/text/read-report';
import { verifyReport } from '../../../src/report/text/verify-report';
import '../../support/property-seed';

const said = (text: string): string[] =>
  verifyReport(readReport(text))
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ id }) => id);

const NAMES = ['决策', '过程', '产出', '效益'];
const LISTED = [
  (parts: readonly number[]) => parts.map((n, i) => `${'甲乙丙丁'.charAt(i)}类${n}人`).join('、'),
  (parts: readonly number[]) =>
    parts.map((n, i) => `${'甲乙丙丁'.charAt(i)}校参训${n}人`).join('，'),
];

describe('what several figures tell together', () => {
  it('takes a change of their sum for one of their sum', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 40, max: 900 }), { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 5, max: 35 }),
        fc.constantFrom(...LISTED),
        (parts, by, listed) => {
          const sum = parts.reduce((all, n) => all + n, 0);
          const share = ((by / (sum - by)) * 100).toFixed(2);
          expect(said(`${listed(parts)}，比上年增加${by}人，增长${share}%。`)).toEqual([]);
        },
      ),
    );
  });

  const scores = fc.array(
    fc.record({ full: fc.integer({ min: 10, max: 40 }), off: fc.integer({ min: 0, max: 4 }) }),
    { minLength: 2, maxLength: 4 },
  );
  const told = (parts: readonly { full: number; off: number }[]): string =>
    parts
      .map(({ full, off }, i) => `${NAMES[i] ?? ''}类指标得${full - off}分（满分${full}分）`)
      .join('，');

  it('takes full marks in brackets for those of the score before them', () => {
    fc.assert(fc.property(scores, (parts) => expect(said(`${told(parts)}。`)).toEqual([])));
  });

  it('finds a score above the full marks in brackets behind it', () => {
    fc.assert(
      fc.property(scores, fc.nat(), (parts, which) => {
        const wrong = parts.map((part, i) =>
          i === which % parts.length ? { ...part, off: -2 } : part,
        );
        expect(said(`${told(wrong)}。`)).toEqual(['score-above-full']);
      }),
    );
  });
});
