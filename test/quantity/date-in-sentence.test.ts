import { dateInSentence } from '../../src/quantity/read-date';
import { readQuantity } from '../../src/quantity/read-quantity';

it.each([
  ['已于2024年11月20日完成', '2024-11-20'],
  ['2024年11月20日通过县级验收', '2024-11-20'],
  ['项目于6月底建成投用', '--06-30'],
  ['2024.11.20交付使用', '2024-11-20'],
  ['已全部完工,竣工时间为2024年11月', '2024-11-30'],
])('%s was done by %s', (text, day) => {
  expect(dateInSentence(text)?.to).toBe(day);
  expect(readQuantity(text, null, { role: 'actual' }).date?.to).toBe(day);
});

it.each([
  '计划2025年3月完成',
  '未能在2024年12月底前完成',
  '推迟至2025年1月',
  '2024年3月开工,11月完工',
  '已完成',
  '预计6月底完工',
])('%s tells no day on which it was done', (text) => {
  expect(dateInSentence(text)).toBeNull();
});

it.each([
  ['12月底前发放完毕', '--12-31'],
  ['2024年6月30日之前全部兑付到位', '2024-06-30'],
  ['确保2023年9月前投入使用', '2023-09-30'],
  ['2023年11月15日前供暖到户', '2023-11-15'],
])('%s is to be done until %s', (text, day) => {
  const { kind, op, date } = readQuantity(text, null, { role: 'target' });
  expect([kind, op, date?.to]).toEqual(['qualitative', '<=', day]);
});

it.each([
  '每年6月底前发放完毕',
  '3月底前开工,12月底前发放完毕',
  '2023年12月底前发放3批',
  '6月底前后发放完毕',
  '2024年发放完毕',
  '12月后发放完毕',
])('%s tells no one day until which it is to be done', (text) => {
  expect(readQuantity(text, null, { role: 'target' }).date).toBeNull();
});
