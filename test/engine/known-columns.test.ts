import { evaluate } from '../../src/engine/evaluate';
import { columnOffers, knownColumns } from '../../src/engine/known-columns';
import { KNOWN_COLUMNS } from '../../src/model/known-columns';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { parseJson, fitting } from '../../src/model/decode';
import { EMPTY_LEDGER, type Ledger } from '../../src/model/ledger';
import type { CellValue } from '../../src/model/snapshot';
import { snapshotOf, type SheetSpec } from '../support/snapshot-of';

const HEAD = ['一级指标', '三级指标', '目标值', '完成值', '上年完成值', '分值', '得分'];
const form = (name: string, head: readonly CellValue[] = HEAD, left = 0): SheetSpec => ({
  name,
  rows: [
    ['项目支出绩效自评表'],
    head,
    ['产出指标', '护林面积', '≥10公顷', '9公顷', '8公顷', 60, 54],
    ['效益指标', '务工人数', '≥20人', '20人', '18人', 30, 30],
    ['满意度指标', '林农满意度', '≥90%', '91%', '90%', 10, 10],
  ].map((row) => [...Array<null>(left).fill(null), ...row]),
});
const chosen = (mapping: Ledger['mapping']): Ledger => ({ ...EMPTY_LEDGER, mapping });
const read = (sheets: readonly SheetSpec[], ledger: Ledger | null = null) => {
  const snapshot = snapshotOf(sheets, ledger);
  return [snapshot, evaluate(snapshot, DEFAULT_OPTIONS)] as const;
};
const known = knownColumns(...read([form('甲')], chosen({ 甲: { actual: 'E' } })));

it('offers what was chosen for the same heads, in the same workbook or in another', () => {
  const both = read([form('甲'), form('乙')], chosen({ 甲: { actual: 'E' } }));
  expect(columnOffers(...both)).toEqual({ 乙: { actual: 'E' } });
  expect(columnOffers(...read([form('丙')]), known)).toEqual({ 丙: { actual: 'E' } });
});

it('finds the column where the form was moved to the right or its heads broken over lines', () => {
  const broken = HEAD.map((head) => head.replace('年', '年\n'));
  expect(columnOffers(...read([form('丙', broken, 2)]), known)).toEqual({ 丙: { actual: 'G' } });
});

it.each([
  ['other heads', read([form('丙', HEAD.with(4, '上年数'))])],
  ['columns chosen already', read([form('丙')], chosen({ 丙: { actual: 'D' } }))],
])('offers nothing for %s', (_, [snapshot, result]) => {
  expect(columnOffers(snapshot, result, known)).toEqual({});
});

it('offers nothing that is read so anyway', () => {
  const same = knownColumns(...read([form('甲')], chosen({ 甲: { actual: 'D' } })));
  expect(columnOffers(...read([form('丙')]), same)).toEqual({});
});

it('knows a column without a head of its own by the head left of it', () => {
  const head = HEAD.with(4, '');
  const bare = knownColumns(...read([form('甲', head)], chosen({ 甲: { actual: 'E' } })));
  expect(columnOffers(...read([form('丙', head)]), bare)).toEqual({ 丙: { actual: 'E' } });
});

it('is kept as JSON and read again; what is none is not', () => {
  expect(fitting(KNOWN_COLUMNS, parseJson(JSON.stringify(known)))).toEqual(known);
  expect(fitting(KNOWN_COLUMNS, [{ heads: ['a'], columns: { actual: ['0', 1] } }])).toBeNull();
});
