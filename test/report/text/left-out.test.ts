import fc from 'fast-check';
import { readReport } from '../../../src/report/text/read-report';
import { heldLines, VERIFIED_TEXTS } from '../../../src/report/text/verified-lines';
import { verifyAgainst } from '../../../src/report/text/verify-report';
import '../../support/property-seed';
import { quantity, tableResult } from '../fixtures';

const NAMES = ['新建泵站', '改造灌渠', '培训管护人员', '购置水泵', '检测水样'] as const;
const UNITS = ['座', '公里', '人', '台', '份'] as const;

describe('indicators that a report leaves out', () => {
  it('are one question with their names, however many; one alone stands in its own line', () => {
    const values = fc.array(fc.integer({ min: 11, max: 900 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(values, fc.subarray([0, 1, 2, 3, 4]), (figures, told) => {
        const rows = NAMES.map((name, at) => ({
          name,
          level1: '产出指标',
          actual: quantity(`${String(figures[at])}${UNITS[at] ?? ''}`, {
            value: figures[at] ?? null,
            unit: UNITS[at] ?? null,
          }),
        }));
        const text = told
          .map((at) => `${NAMES[at] ?? ''}${String(figures[at])}${UNITS[at] ?? ''}。`)
          .join('');
        const { held } = verifyAgainst(readReport(`一、完成情况\n${text}工作正常。`), [
          tableResult(rows),
        ]);
        const lines = heldLines(held, VERIFIED_TEXTS['zh-CN']).flat();
        const asked = lines.filter((line) => line.includes('是不是漏了'));
        const missing = NAMES.filter((_, at) => !told.includes(at));
        expect(asked).toHaveLength(missing.length > 1 ? 1 : 0);
        for (const name of missing)
          expect(lines.filter((line) => line.includes(name))).toHaveLength(1);
      }),
    );
  });
});
