import { misplaced, misplacedLevel } from '../../src/checks/class-mismatch/classes';
import { mayPrompt, promptIn } from '../../src/checks/template-text/prompts';
import { brief, isReason } from '../../src/checks/wording';

test.each([
  ['对照年度目标,说明相关任务目标的完成情况(100字以内)', true],
  ['说明情况（限200字以内）', true],
  ['因XX未完成', true],
  ['××市财政局', true],
  ['（略）', true],
  ['1.完成养护里程300公里; 2. 3.', true],
  ['目标1：修路；目标2：', true],
  ['指标1：修建道路', false],
  ['5×8米宽', false],
  ['尺码XXL', false],
  ['全年共印发文字材料300份', false],
  ['完成率95.', false],
  ['2023年12月31日前完成。', false],
  ['项目进展顺利。', false],
  ['', false],
])('a prompt of the form: %s → %s', (text, expected) => {
  expect(promptIn(text) !== null).toBe(expected);
  if (expected) expect(mayPrompt(text)).toBe(true);
});

test.each([
  [null, false],
  ['', false],
  ['  ', false],
  ['无', false],
  ['无。', false],
  ['0', false],
  ['—', false],
  ['/', false],
  ['无法按期', true],
  ['征地滞后', true],
  ['00', true],
])('a reason: %j → %s', (text, expected) => {
  expect(isReason(text)).toBe(expected);
});

test('brief cuts long names and a closing colon', () => {
  expect(brief('年度资金总额：')).toBe('年度资金总额');
  expect(brief('一'.repeat(30))).toBe(`${'一'.repeat(24)}…`);
});

test.each([
  ['发放(缴纳)覆盖率', 'quantity', 'rate'],
  ['足额保障率（参保率）', 'quantity', 'rate'],
  ['巡查频率', 'quantity', null],
  ['培训人次', 'quantity', null],
  ['工程资金金额', 'quantity', 'money'],
  ['群众满意度', 'social', 'satisfaction'],
  ['群众满意度', 'satisfaction', null],
  ['成本控制率', 'quality', 'cost'],
  ['成本控制率', 'cost', null],
  ['成本核算率', 'quality', null],
  ['人员伤亡事故', 'economic', 'harm'],
  ['减少火灾损失', 'economic', null],
  ['人员伤亡事故', 'social', null],
  ['粮食安全事件发生数', 'satisfaction', 'harm'],
] as const)('%s as %s: %j', (name, level2, expected) => {
  expect(misplaced(name, level2)).toBe(expected);
});

test.each([
  ['产出指标', 'economic', true],
  ['产出指标', 'quantity', false],
  ['效益指标', 'satisfaction', false],
  ['效益指标', 'time', true],
  ['满意度指标', 'quantity', true],
  ['成本指标', 'economic', false],
  [null, 'economic', false],
] as const)('%s over %s: %s', (level1, level2, expected) => {
  expect(misplacedLevel(level1, level2)).toBe(expected);
});
