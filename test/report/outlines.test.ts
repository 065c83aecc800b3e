import fc from 'fast-check';
import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { damagedForms } from '../support/forms-maker/check-form';
import { formSpec } from '../support/forms-maker/form-spec';
import { sheetSpec } from '../support/forms-maker/grid';
import { mistaken, MISTAKES } from '../support/forms-maker/mistakes';
import { outlineFaults } from '../support/outline-faults';
import { snapshotOf } from '../support/snapshot-of';
import { buildOutline, walkOutline } from '../../src/report/outline';
import { OUTLINE_TEMPLATES } from '../../src/report/outline-templates';
import { proposedTemplate } from '../../src/report/outline-templates/propose';
import type { TableResult } from '../../src/model/score';
import { number, sourced, tableResult } from './fixtures';

const RUNS = Number(process.env.OUTLINE_RUNS ?? 15);

describe('an outline, verified against its own form', () => {
  it('is told nothing, asks for nothing twice and tells the year once', () => {
    fc.assert(
      fc.property(formSpec, (spec) => {
        const sheet = sheetSpec(damagedForms(spec).grid, '自评表');
        const { tables } = evaluate(snapshotOf(sheet), DEFAULT_OPTIONS);
        expect(tables.flatMap((table) => outlineFaults(table))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it.each(MISTAKES)('tells nothing of what is wrong in it: %s', (mistake) => {
    fc.assert(
      fc.property(formSpec, (spec) => {
        const { tables = [] } = mistaken(spec, mistake) ?? {};
        expect(tables.flatMap((table) => outlineFaults(table))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

const told = (result: TableResult): string[] => {
  const { title, sections } = buildOutline(result, proposedTemplate(result, OUTLINE_TEMPLATES));
  return [title, ...[...walkOutline(sections)].flatMap(({ paragraphs }) => paragraphs)];
};

describe('what outside testers read in outlines', () => {
  const totals = {
    weight: 100,
    score: 95.62,
    filledScore: 96,
    printedWeight: 100,
    printedScore: null,
    grade: '优',
  };

  it('a total that nobody filled in is called blank, and its grade no fact', () => {
    const total = {
      row: 13,
      labelCell: { row: 13, column: 0 },
      weight: number(13, 5, 100),
      score: number(13, 6, null),
    };
    const lines = told(
      tableResult([{ name: '甲', weight: 10, filled: 10 }], { totals }, { total }),
    );
    expect(lines).toContain(
      '【待核对：自评表的总分未填，各行得分相加为96分，按评分口径复算为95.62分】',
    );
    expect(lines).toContain('【待核对：评价等级“优”须与总分一起核对】');
    expect(lines.join()).not.toMatch(/得分为96分|总分96分有误/);
  });

  it('points above the full ones are one place to check, and in no sum', () => {
    const lines = told(
      tableResult([
        { name: '甲', weight: 5, filled: 6 },
        { name: '乙', weight: 10, filled: 10 },
      ]),
    );
    expect(lines.join()).not.toMatch(/得16分|自评得分16分/);
    expect(lines.filter((line) => line.startsWith('甲'))).toEqual([
      expect.stringMatching(/^[^【]*【待核对：得分6分高于分值5分】$/),
    ]);
  });

  it('the year of a project stands once in the title', () => {
    const project = sourced('2023年农村公路养护', 1);
    const [title] = told(tableResult([], {}, { project, unit: sourced('某中心', 2) }));
    expect(title).toBe('某中心2023年度农村公路养护项目支出绩效自评报告');
  });

  it('a form without points has no prompts for them, and tells what was missed', () => {
    const base = tableResult([
      { name: '甲', status: 'unscored', achievement: 0.97, reason: '纠纷' },
      { name: '乙', status: 'unscored' },
    ]);
    const lines = told({
      ...base,
      budget: null,
      state: { kind: 'complete', weighted: 0, scored: 0 },
      totals: {
        ...totals,
        weight: null,
        score: null,
        filledScore: null,
        printedWeight: null,
        grade: null,
      },
      table: { ...base.table, total: null, budget: null },
    });
    expect(lines.join()).not.toMatch(/待补充：(?:自评得分|评价等级)/);
    expect(lines).toContain('产出指标设2项，达到年度目标1项，未达到1项。');
    expect(lines.find((line) => line.startsWith('未完成——甲'))).toContain('偏差原因：纠纷。');
  });

  it('reasons and measures at the foot of a form are taken', () => {
    const notes = [
      sourced('目标未完成原因分析', 20, 0),
      sourced('设备8月才到货', 20, 2),
      sourced('改进措施', 21, 0),
      sourced('提前采购', 21, 2),
    ];
    const lines = told(
      tableResult([{ name: '甲', status: 'unmet', achievement: 0.9 }], {}, { notes }),
    );
    expect(lines).toEqual(expect.arrayContaining(['偏差原因：设备8月才到货。', '提前采购。']));
    expect(lines.join()).not.toMatch(/待补充：(?:偏差原因|下一步)/);
  });

  it('a rubric is counted by its points and told by what was found', () => {
    const base = tableResult([
      { name: '制度健全性', level1: '过程', weight: 5, filled: 4, status: 'judged' },
      { name: '合规性', level1: '过程', weight: 5, filled: 5, status: 'judged' },
    ]);
    const indicators = base.table.indicators.map((one, at) => ({
      ...one,
      reason: null,
      evidence: at === 0 ? '缺少制度1项' : '未发现问题',
    }));
    const lines = told({ ...base, table: { ...base.table, kind: 'rubric', indicators } });
    expect(lines).toContain('过程设2项，得满分1项，扣分1项，分值10分，得9分。');
    expect(lines).toContain('制度健全性：缺少制度1项，分值5分，得4分，扣1分。');
    expect(lines.find((line) => line.startsWith('扣分——'))).toContain('扣分原因：缺少制度1项。');
  });
});
