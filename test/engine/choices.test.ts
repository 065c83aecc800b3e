import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS, type EngineOptions } from '../../src/engine/options';
import { isEmptyPatch, planMemory, planPatch } from '../../src/engine/plan';
import { cellName } from '../../src/model/grid';
import type { Patch } from '../../src/model/patch';
import type { Profile } from '../../src/model/profile';
import type { Snapshot } from '../../src/model/snapshot';
import { profileById } from '../../src/profiles/load-profile';
import { applyInMemory } from '../support/apply-in-memory';
import { snapshotOf } from '../support/snapshot-of';

const HEAD = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因',
];
const snapshot = snapshotOf({
  name: '附表',
  rows: [
    ['项目支出绩效自评表'],
    HEAD,
    ['产出指标', '数量指标', '甲', '≥10个', '9个', 50, 50, '一个未完工'],
    [null, '质量指标', '乙', '20吨', '25吨', 40, 20, '返工'],
    ['满意度指标', '服务对象满意度', '丙', '≥90%', '90%', 10, 10, null],
    ['总分', null, null, null, null, 100, 80, null],
  ],
});

const options = (given: Partial<EngineOptions>): EngineOptions => ({
  ...DEFAULT_OPTIONS,
  ...given,
});
const plan = (from: Snapshot, given: Partial<EngineOptions>): Patch =>
  planPatch(from, evaluate(from, options(given)), options(given));
const written = (patch: Patch): Record<string, unknown> =>
  Object.fromEntries(
    patch.values.map(({ top, left, values }) => [
      cellName({ row: top, column: left }),
      values[0]?.[0],
    ]),
  );

describe('a score a person agreed to have replaced', () => {
  const adopted = plan(snapshot, { adopt: new Set(['附表!G3']) });

  it('is replaced, and no other', () => {
    expect(written(adopted)).toEqual({ G3: 45 });
  });

  it('settles what was said against it, in the note and in the list', () => {
    const flag = adopted.flags.find(({ cell }) => cellName(cell) === 'G3');
    expect(flag?.tone).toBe('info');
    expect(flag?.note).toContain('50');
    expect(flag?.note).toContain('45');
    const list = adopted.sheets.find(({ role }) => role === 'findings');
    const handling = list?.rows.find((row) => row[2]?.value === 'JX401')?.[9]?.value;
    expect(handling).toBe('已采用计算分：原得分 50 分，改为 45 分');
  });

  it('stays replaced at the next run, which changes nothing', () => {
    const after = applyInMemory(snapshot, adopted);
    expect(isEmptyPatch(plan(after, {}))).toBe(true);
  });
});

describe('a direction a person chose', () => {
  const reverse = { 附表: { 乙: 'reverse' as const } };
  const rows = (from: Snapshot, given: Partial<EngineOptions>) =>
    evaluate(from, options(given)).tables[0]?.rows.map(({ score }) => score);

  it('scores a row without a sign the other way, and leaves signs their word', () => {
    expect(rows(snapshot, {})).toEqual([45, 40, 10]);
    expect(rows(snapshot, { directions: { 附表: { 乙: 'reverse', 甲: 'reverse' } } })).toEqual([
      45, 32, 10,
    ]);
  });

  it('is remembered in the workbook until another is given', () => {
    const after = applyInMemory(snapshot, plan(snapshot, { directions: reverse }));
    expect(after.ledger?.directions).toEqual(reverse);
    expect(rows(after, {})).toEqual([45, 32, 10]);
    expect(rows(after, { directions: {} })).toEqual([45, 40, 10]);
    expect(plan(after, { directions: {} }).ledger).not.toHaveProperty('directions');
  });
});

describe('choices before the first run', () => {
  const waivers = [{ check: 'unmet-full-score', sheet: '附表', cell: 'G3', reason: '上级已批复' }];
  const chosen = options({ waivers, mapping: { 附表: { reason: 'H' } } });
  const memory = planMemory(snapshot, evaluate(snapshot, chosen), chosen);

  it('are left in the workbook without touching a cell', () => {
    expect({ ...memory, ledger: null }).toEqual({
      revision: snapshot.revision,
      values: [],
      flags: [],
      cached: [],
      sheets: [],
      removeSheets: [],
      ledger: null,
    });
    expect(memory.ledger).toMatchObject({ waivers, mapping: { 附表: { reason: 'H' } } });
  });

  it('are taken back by an empty letter and an empty list', () => {
    const after = applyInMemory(snapshot, memory);
    const patch = plan(after, { waivers: [], mapping: { 附表: { reason: '' } } });
    expect(patch.ledger).toMatchObject({ waivers: [], mapping: {} });
  });

  it('hold at the scoring that follows', () => {
    const after = applyInMemory(snapshot, memory);
    const list = plan(after, {}).sheets.find(({ role }) => role === 'findings');
    expect(list?.rows.map((row) => row[9]?.value)).toContain('上级已批复');
  });
});

describe('a profile a person chose', () => {
  const chosen = profileById('platform-cap-2022');
  const own = { ...chosen, id: 'own-county', title: '本县口径' };
  const remembered = (profile: Profile, from = snapshot): Snapshot =>
    applyInMemory(from, plan(from, { profile }));
  const usedOn = (from: Snapshot, given: Partial<EngineOptions> = {}) =>
    evaluate(from, options(given)).tables.map(({ profile }) => profile.id);

  it('stands at the next reading, a shipped one by its id and an own one as a whole', () => {
    const shipped = remembered(chosen);
    expect(shipped.ledger?.profiles).toEqual({ target: 'platform-cap-2022' });
    expect(usedOn(shipped)).toEqual(['platform-cap-2022']);
    const kept = remembered(own);
    expect(kept.ledger?.profiles).toEqual({ target: own });
    expect(usedOn(kept)).toEqual(['own-county']);
  });

  it('gives way to another choice, and to none where it is taken back', () => {
    const kept = remembered(own);
    expect(usedOn(kept, { profile: chosen })).toEqual(['platform-cap-2022']);
    expect(usedOn(remembered(chosen, kept))).toEqual(['platform-cap-2022']);
    expect(usedOn(kept, { byForm: true })).toEqual(['cn-mof-2020']);
    const back = applyInMemory(kept, plan(kept, { byForm: true }));
    expect(back.ledger?.profiles).toBeUndefined();
  });

  it('stays where the next one is for tables of the other kind', () => {
    const both = remembered(profileById('gd-rubric'), remembered(chosen));
    expect(both.ledger?.profiles).toEqual({ target: 'platform-cap-2022', rubric: 'gd-rubric' });
  });

  it('of a later version is kept and not used', () => {
    const kept = remembered(own);
    const { ledger } = kept;
    if (!ledger) throw new Error('no ledger');
    const later = { ...kept, ledger: { ...ledger, profiles: { target: { ...own, wage: 3 } } } };
    expect(usedOn(later)).toEqual(['cn-mof-2020']);
    expect(applyInMemory(later, plan(later, {})).ledger?.profiles).toEqual({
      target: { ...own, wage: 3 },
    });
  });
});
