import { readRecurringDay } from '../../src/quantity/recurring-day';

it.each([
  ['每月25日前', '每月', 25],
  ['均在每月23日前报送', '每月', 23],
  ['每个月10号以前', '每月', 10],
  ['每月5日-10日', '每月', 10],
  ['次月15日内', '次月', 15],
  ['每季度末月20日前', '每季末月', 20],
  ['每周五前', '每周', 5],
  ['每星期日', '每周', 7],
  ['每日18时前', '每日', 1080],
  ['每日7:30前', '每日', 450],
  ['上午9时前开馆', '每日', 540],
  ['下午5时半前', '每日', 1050],
  ['8:30开馆', '每日', 510],
])('%s is the %s at %d', (text, period, at) => {
  expect(readRecurringDay(text)).toEqual({ period, at });
});

it.each([
  '每周2次',
  '每月1次',
  '每月25日后',
  '每月5日起',
  '每月未按25日报送',
  '2024年3月25日前',
  '',
])('%s is no day that recurs', (text) => {
  expect(readRecurringDay(text)).toBeNull();
});
