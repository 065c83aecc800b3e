import { counted, countedUnreleased } from '../../build/generated-files';

const COUNTS = { checks: 7, profiles: 3 };

test.each([
  ['做 60 项核查', '做 7 项核查'],
  ['内置口径 31 种，每个值有出处', '内置口径 3 种，每个值有出处'],
  ['口径 31 种，核查见 60 项核查', '口径 3 种，核查见 7 项核查'],
  ['口径多了两项；资金栏 5 种排法', '口径多了两项；资金栏 5 种排法'],
])('a text counts checks and profiles as they are: %s', (text, expected) => {
  expect(counted(text, COUNTS)).toBe(expected);
});

test('what a published version had stays as it was counted then', () => {
  const log = [
    '# 更新记录\n\n',
    '## [未发布]\n\n- 口径 31 种，60 项核查\n\n',
    '## [0.2.0]\n\n- 口径 30 种\n',
  ];
  expect(countedUnreleased(log.join(''), COUNTS)).toBe(
    `${log[0] ?? ''}## [未发布]\n\n- 口径 3 种，7 项核查\n\n${log[2] ?? ''}`,
  );
});
