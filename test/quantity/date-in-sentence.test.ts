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
