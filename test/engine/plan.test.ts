import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS, type EngineOptions } from '../../src/engine/options';
import { isEmptyPatch, planClear, planPatch, standingTables } from '../../src/engine/plan';
import { isFailure } from '../../src/model/failure';
import { cellName } from '../../src/model/grid';
import type { Patch } from '../../src/model/patch';
import type { CellValue, Snapshot } from '../../src/model/snapshot';
import { applyInMemory } from '../support/apply-in-memory';
import { snapshotOf, type SheetSpec } from '../support/snapshot-of';

const HEAD = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因分析及改进措施',
];

/** 甲 blank, 乙 wrong, 丙 a judgement, 丁 a formula; the total is a SUM. */
const form = (scores: readonly CellValue[] = [null, 30, 19, 9]): SheetSpec => ({
  name: '附表',
  rows: [
    ['项目支出绩效自评表'],
    ['（2023年度）'],
    ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['年度资金总额', 100, 100, 90, 10, 0.9, null],
    HEAD,
    ['产出指标', '数量指标', '甲', '≥10个', '9个', 20, scores[0] ?? null, '一个未完工'],
    [null, '质量指标', '乙', '100%', '98%', 30, scores[1] ?? null, '返工'],
    ['效益指标', '社会效益指标', '丙', '明显提升', '明显提升', 30, scores[2] ?? null, '仍可提升'],
    ['满意度指标', '服务对象满意度', '丁', '≥90%', '81%', 10, scores[3] ?? null, '样本少'],
    ['总分', null, null, null, null, 100, 58, null],
  ],
  formulas: { G9: 'ROUND(9,2)', G10: 'SUM(G4,G6:G9)' },
  formats: { F4: '0%' },
});

const run = (snapshot: Snapshot, options: Partial<EngineOptions> = {}): Patch => {
  const all = { ...DEFAULT_OPTIONS, ...options };
  return planPatch(snapshot, evaluate(snapshot, all), all);
};

const written = (patch: Patch): Record<string, unknown> =>
  Object.fromEntries(
    patch.values.map((block) => [
      cellName({ row: block.top, column: block.left }),
      block.values[0]?.[0],
    ]),
  );

describe('whose number stands', () => {
  const snapshot = snapshotOf(form());

  it('fills blank 得分 cells and leaves what a person wrote', () => {
    expect(written(run(snapshot))).toEqual({ G4: 9, G6: 18 });
  });

  it('replaces a person’s score only when asked, and never a formula', () => {
    expect(written(run(snapshot, { overwriteScores: true }))).toEqual({ G4: 9, G6: 18, G7: 29.4 });
  });

  it('carries what was there', () => {
    const patch = run(snapshot, { overwriteScores: true });
    expect(patch.values.map((block) => block.before)).toEqual([[[null]], [[null]], [[30]]]);
    expect(patch.ledger?.scores).toContainEqual({
      sheet: '附表',
      cell: 'G7',
      wrote: 29.4,
      before: 30,
    });
  });

  it('knows the form’s own SUM after the fill', () => {
    expect(run(snapshot).cached).toEqual([
      { sheetId: '1', cell: { row: 9, column: 6 }, value: 85 },
    ]);
  });

  it('does not write into the hidden part of a merge', () => {
    const spec = { ...form(), merges: ['G6:G7'] };
    const merged = snapshotOf(spec);
    expect(written(run(merged))).toEqual({ G4: 9, G6: 18 });
  });
});

describe('a total that is a formula', () => {
  it('shows its new result in the form and wherever the summary follows it', () => {
    const patch = run(snapshotOf(form()));
    const total = patch.cached.find(({ cell }) => cellName(cell) === 'G10');
    const summary = patch.sheets.find(({ role }) => role === 'summary');
    const followers = summary?.rows.flat().filter((cell) => cell?.formula === "'附表'!G10");
    expect(total?.value).toBe(85);
    expect(followers?.map((cell) => cell?.value)).toEqual([85]);
  });
});

describe('a second run', () => {
  it('changes nothing', () => {
    const first = snapshotOf(form());
    const after = applyInMemory(first, run(first));
    const again = run(after);
    expect(isEmptyPatch(again)).toBe(true);
  });

  it('gives the same result as the first', () => {
    const first = snapshotOf(form());
    const after = applyInMemory(first, run(first));
    const same =
      JSON.stringify(evaluate(after, DEFAULT_OPTIONS)) ===
      JSON.stringify(evaluate(first, DEFAULT_OPTIONS));
    expect(same).toBe(true);
  });

  it('recalculates its own score after an edit of 实际完成值', () => {
    const first = snapshotOf(form());
    const after = applyInMemory(first, run(first));
    const edited: Snapshot = {
      ...after,
      sheets: after.sheets.map((sheet) =>
        sheet.name === '附表'
          ? {
              ...sheet,
              values: sheet.values.map((row, index) =>
                index === 5 ? row.map((value, column) => (column === 4 ? '8个' : value)) : row,
              ),
            }
          : sheet,
      ),
    };
    const patch = run(edited);
    expect(written(patch)).toEqual({ G6: 16 });
    expect(patch.values[0]?.before).toEqual([[18]]);
    expect(patch.ledger?.scores.find((score) => score.cell === 'G6')?.before).toBeNull();
  });

  it('takes its score back when 完成值 was cleared, and then comes to rest', () => {
    const first = snapshotOf(form());
    const after = applyInMemory(first, run(first));
    const cleared: Snapshot = {
      ...after,
      sheets: after.sheets.map((sheet) => ({
        ...sheet,
        values: sheet.values.map((row, index) =>
          sheet.name === '附表' && index === 5
            ? row.map((value, column) => (column === 4 ? null : value))
            : row,
        ),
      })),
    };
    const patch = run(cleared);
    expect(written(patch)).toEqual({ G6: null });
    expect(patch.ledger?.scores.map((score) => score.cell)).toEqual(['G4']);
    expect(isEmptyPatch(run(applyInMemory(cleared, patch)))).toBe(true);
  });

  it('takes a score somebody changed since for theirs', () => {
    const first = snapshotOf(form());
    const after = applyInMemory(first, run(first));
    const edited: Snapshot = {
      ...after,
      sheets: after.sheets.map((sheet) => ({
        ...sheet,
        values: sheet.values.map((row, index) =>
          sheet.name === '附表' && index === 5
            ? row.map((value, column) => (column === 6 ? 17 : value))
            : row,
        ),
      })),
    };
    const patch = run(edited);
    expect(written(patch)).toEqual({});
    expect(patch.ledger?.scores.map((score) => score.cell)).toEqual(['G4']);
  });

  it('leaves an outline alone that a person has been writing in, and rewrites the other sheets', () => {
    const first = snapshotOf(form());
    const after = applyInMemory(first, run(first));
    const edited: Snapshot = {
      ...after,
      sheets: after.sheets.map((sheet) =>
        sheet.name === '自评报告提纲'
          ? {
              ...sheet,
              values: sheet.values.map((row, index) => (index === 0 ? ['我的标题'] : row)),
            }
          : sheet,
      ),
    };
    expect(run(edited).sheets).toEqual([]);
    const forced = run(edited, { overwriteScores: true });
    expect(forced.sheets.map((sheet) => sheet.role)).toEqual(['findings', 'summary']);
  });
});

describe('flags', () => {
  it('put every finding of a cell into one note, the gravest tone showing', () => {
    const patch = run(snapshotOf(form()));
    const flag = patch.flags.find((one) => cellName(one.cell) === 'G7');
    expect(flag?.tone).toBe('error');
    expect(flag?.note).toContain('29.4');
  });

  it('mark a filled cell as filled instead of missing', () => {
    const patch = run(snapshotOf(form()));
    const flag = patch.flags.find((one) => cellName(one.cell) === 'G6');
    expect(flag?.tone).toBe('info');
    expect(flag?.note).toContain('18');
  });

  it('are left out for a waived finding', () => {
    const first = snapshotOf(form());
    const patch = run(first);
    const [finding] =
      evaluate(first, DEFAULT_OPTIONS).tables[0]?.findings.filter(
        (one) => cellName(one.cell) === 'G7',
      ) ?? [];
    const ledger = patch.ledger;
    if (!ledger || !finding) throw new Error('nothing to waive');
    const waived = applyInMemory(first, {
      ...patch,
      ledger: {
        ...ledger,
        waivers: [{ check: finding.check, sheet: '附表', cell: 'G7', reason: '已与财政沟通' }],
      },
    });
    const cleared = run(waived).flags.filter((flag) => flag.tone === null);
    expect(cleared.map((flag) => cellName(flag.cell))).toEqual(['G7']);
  });
});

describe('what can be left out', () => {
  it('writes no flags, no sheets when told so', () => {
    const patch = run(snapshotOf(form()), { flags: false, summary: false, outline: false });
    expect(patch.flags).toEqual([]);
    expect(patch.sheets).toEqual([]);
    expect(Object.keys(written(patch))).toHaveLength(2);
  });

  it('plans nothing for a workbook without a table', () => {
    expect(isEmptyPatch(run(snapshotOf({ rows: [['通讯录'], ['张三', 1]] })))).toBe(true);
  });

  it('chooses another name beside a sheet of the user’s', () => {
    const snapshot = snapshotOf([form(), { name: '汇总表', rows: [['我的汇总']] }]);
    expect(run(snapshot).sheets.map((sheet) => sheet.name)).toEqual([
      '核查清单',
      '汇总表(2)',
      '自评报告提纲',
    ]);
  });
});

describe('核查清单', () => {
  it('says what was done where the tool filled a score in, the first time and the next', () => {
    const missing = (patch: Patch): unknown =>
      patch.sheets
        .find(({ role }) => role === 'findings')
        ?.rows.filter((row) => row[2]?.value === 'JX103')
        .map((row) => [row[4]?.value, row.at(-1)?.value]);
    const first = snapshotOf(form([null, 30, null, 9]));
    const patch = run(first);
    expect(missing(patch)).toEqual([
      ['G8', null],
      ['G4 等 2 格', 'G4：已填得分 9 分\nG6：已填得分 18 分'],
    ]);
    const waived = run(first, {
      waivers: [{ check: 'score-missing', sheet: '附表', cell: 'G4', reason: '已经问过财政局' }],
    });
    expect(missing(waived)).toEqual([
      ['G8', null],
      ['G6', '已填得分 18 分'],
      ['G4', '已经问过财政局'],
    ]);
    expect(isEmptyPatch(run(applyInMemory(first, patch)))).toBe(true);
  });
});

describe('an outline a person has been writing in', () => {
  const first = snapshotOf(form());
  const after = applyInMemory(first, run(first));
  const written: Snapshot = {
    ...after,
    sheets: after.sheets.map((sheet) =>
      sheet.name === '自评报告提纲'
        ? { ...sheet, values: [...sheet.values.slice(0, -1), ['我写的一段']] }
        : sheet,
    ),
  };

  it('stays when no outline is wanted any more, and that is said once', () => {
    const patch = run(written, { outline: false });
    expect(patch.removeSheets).toEqual([]);
    expect(patch.keptSheets).toEqual(['自评报告提纲']);
    const left = applyInMemory(written, patch);
    expect(isEmptyPatch(run(left, { outline: false }))).toBe(true);
    expect(run(left, { outline: false }).keptSheets).toEqual([]);
  });

  it('is still the same sheet when one is wanted again', () => {
    const left = applyInMemory(written, run(written, { outline: false }));
    const again = run(left);
    expect(again.sheets.map(({ role }) => role)).not.toContain('outline');
    expect(again.ledger?.sheets).toEqual(after.ledger?.sheets);
  });

  it('stays when all is cleared', () => {
    const patch = planClear(written);
    expect(patch.removeSheets).toEqual(['核查清单', '汇总表']);
    expect(patch.keptSheets).toEqual(['自评报告提纲']);
  });

  it('goes like the others while nobody has', () => {
    expect(run(after, { outline: false }).removeSheets).toEqual(['自评报告提纲']);
    expect(planClear(after).keptSheets).toEqual([]);
  });
});

describe('the outline', () => {
  it('speaks of the scores that stand after the fill', () => {
    const page = run(snapshotOf(form())).sheets.find((sheet) => sheet.role === 'outline');
    const text = JSON.stringify(page?.rows);
    // 9 + 18 filled in, 30 + 19 + 9 a person's.
    expect(text).toContain('85分');
    expect(text).not.toContain('58分');
  });

  it('speaks of the same scores before and after the run', () => {
    const first = snapshotOf(form());
    const after = applyInMemory(first, run(first));
    const totals = [first, after].map((snapshot) => {
      const result = evaluate(snapshot, DEFAULT_OPTIONS);
      return standingTables(snapshot, result, DEFAULT_OPTIONS)[0]?.totals;
    });
    expect(totals[0]).toMatchObject({ filledScore: 85, printedScore: 85 });
    expect(totals[1]).toEqual(totals[0]);
  });
});

describe('clearing', () => {
  it('takes flags, sheets and ledger away and keeps the scores', () => {
    const first = snapshotOf(form());
    const after = applyInMemory(first, run(first));
    const patch = planClear(after);
    expect(patch.values).toEqual([]);
    expect(patch.ledger).toBeNull();
    expect(patch.removeSheets).toEqual(['核查清单', '汇总表', '自评报告提纲']);
    expect(patch.flags.every((flag) => flag.tone === null)).toBe(true);
    expect(patch.flags).toHaveLength(after.ledger?.flags.length ?? -1);
  });

  it('has nothing to do where the tool never was', () => {
    expect(isEmptyPatch(planClear(snapshotOf(form())))).toBe(true);
  });
});

describe('hooks', () => {
  it('reports progress and stops when cancelled', () => {
    const seen: number[] = [];
    evaluate(snapshotOf(form()), DEFAULT_OPTIONS, { onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([0, 1]);
    let code = '';
    try {
      evaluate(snapshotOf(form()), DEFAULT_OPTIONS, { cancelled: () => true });
    } catch (reason) {
      code = isFailure(reason) ? reason.code : 'other';
    }
    expect(code).toBe('cancelled');
  });
});
