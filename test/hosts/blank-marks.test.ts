import { createExcelHost } from '../../src/hosts/excel/excel-host';
import { createFileHost } from '../../src/hosts/file/file-host';
import type { HostPort } from '../../src/hosts/port';
import { createWpsHost } from '../../src/hosts/wps/wps-host';
import { parseCellName } from '../../src/model/grid';
import type { Snapshot } from '../../src/model/snapshot';
import { isEmptyPatch } from '../../src/model/patch';
import { bookOf as excelBookOf } from '../support/excel-fake/fake-book';
import { openFakeExcel } from '../support/excel-fake/fake-excel';
import { clear, planOf, score } from '../support/excel-fake/form-book';
import { snapshotOf } from '../support/snapshot-of';
import { bookOf as wpsBookOf } from '../support/wps-fake/book-of';
import { fakeEt } from '../support/wps-fake/fake-et';
import { buildWorkbook } from '../support/workbook-builder';

const MARKS = { G3: '—', G4: '/', G5: '－', G6: ' —— ', G7: '／' };

const ROWS = [
  ['项目支出绩效自评表（2023年度）'],
  [
    ...['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    '偏差原因分析及改进措施',
  ],
  ['产出指标', '数量指标', '修建道路', '≥50公里', '52公里', 30, MARKS.G3, '/'],
  ['产出指标', '质量指标', '验收合格率', '≥95%', '96%', 20, MARKS.G4, ''],
  ['效益指标', '社会效益指标', '受益人口', '≥2000人', '1900人', 40, MARKS.G5, '搬迁'],
  ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%', '92%', 10, MARKS.G6, ''],
  ['总分', null, null, null, null, 100, MARKS.G7, null],
];
const SHEET = { name: '附表', rows: ROWS };
const SCORES = { G3: 30, G4: 20, G5: 38, G6: 10, G7: 98 };

const HOSTS: readonly (readonly [string, () => Promise<HostPort>])[] = [
  ['a file', () => createFileHost(buildWorkbook({ sheets: [SHEET] }))],
  [
    'Excel',
    () =>
      Promise.resolve(createExcelHost(openFakeExcel({ book: excelBookOf(snapshotOf([SHEET])) }))),
  ],
  ['WPS', () => Promise.resolve(createWpsHost(fakeEt(wpsBookOf([SHEET])).application))],
];

function scoresIn(snapshot: Snapshot): Record<string, unknown> {
  const sheet = snapshot.sheets.find(({ name }) => name === '附表');
  return Object.fromEntries(
    Object.keys(SCORES).map((name) => {
      const cell = parseCellName(name);
      return [name, cell && sheet?.values[cell.row]?.[cell.column]];
    }),
  );
}

describe.each(HOSTS)('marks for nothing in 得分, in %s', (_, open) => {
  it('are filled like blanks, the total too, and a second run changes nothing', async () => {
    const host = await open();
    await score(host);
    const after = await host.read();
    expect(scoresIn(after)).toEqual(SCORES);
    expect(isEmptyPatch(planOf(after))).toBe(true);
  });

  it('come back when the run is undone', async () => {
    const host = await open();
    await score(host);
    expect(await host.undo?.()).toBe(true);
    const after = await host.read();
    expect(scoresIn(after)).toEqual(MARKS);
    expect(after.ledger).toBeNull();
  });

  it('leave the scores in place when the rest is cleared', async () => {
    const host = await open();
    await score(host);
    await clear(host);
    const after = await host.read();
    expect(scoresIn(after)).toEqual(SCORES);
    expect(after.ledger).toBeNull();
  });
});
