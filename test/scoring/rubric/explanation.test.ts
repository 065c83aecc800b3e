import { cnRubric } from '../../../src/profiles/cn-rubric';
import { rubric } from '../../../src/scoring/rubric/score-rubric';
import { render } from '../../support/texts';
import { indicator } from '../build';

function told(criteria: string, weight: number, evidence: string, language: 'zh-CN' | 'en') {
  const row = { ...indicator({ name: '指标', weight }), criteria, evidence };
  return render(rubric(row, weight, null, cnRubric).explanation, language);
}

const LIMIT = '控制率≤100%，计5分；每超过1个百分点扣0.5分，扣完为止';
const LIST = '①目标明确得1分；②目标细化得1分；③目标量化得2分';
const GRADES = '制度健全的得10分，基本健全的得6分，较差的得2分';

const CASES: readonly (readonly [string, number, string, string, string])[] = [
  [
    LIMIT,
    5,
    '控制率103%',
    '“每超过1个百分点扣0.5分,扣完为止”；控制率103%，超 3 个百分点，扣 1.5 分，5 − 1.5 = 3.5 分',
    '“每超过1个百分点扣0.5分,扣完为止”; 控制率103%: 3 percentage points over, 1.5 points taken, 5 − 1.5 = 3.5 points',
  ],
  [
    '100%计满分，每低于5%扣2分',
    5,
    '完成率90%',
    '“每低于5%扣2分”；完成率90%，低 10 个百分点，扣 4 分，5 − 4 = 1 分',
    '“每低于5%扣2分”; 完成率90%: 10 percentage points short, 4 points taken, 5 − 4 = 1 points',
  ],
  [
    LIMIT,
    5,
    '超3个百分点',
    '“每超过1个百分点扣0.5分,扣完为止”；超3个百分点，扣 1.5 分，5 − 1.5 = 3.5 分',
    '“每超过1个百分点扣0.5分,扣完为止”; 超3个百分点: 1.5 points taken, 5 − 1.5 = 3.5 points',
  ],
  [
    '每发现1例不合规扣1分',
    3,
    '发现2例',
    '“每发现1例不合规扣1分”；发现2例，扣 2 分，3 − 2 = 1 分',
    '“每发现1例不合规扣1分”; 发现2例: 2 points taken, 3 − 2 = 1 points',
  ],
  [
    LIST,
    4,
    '已报送',
    '按评分标准由人判断：①目标明确得1分、②目标细化得1分、③目标量化得2分；得分在 0–4 分之间',
    'Judged by a person against the rubric: ①目标明确得1分, ②目标细化得1分, ③目标量化得2分; between 0 and 4 points',
  ],
  [
    GRADES,
    10,
    '已印发五项办法',
    '按评分标准由人判断：制度健全的得10分、基本健全的得6分、较差的得2分；得分在 2–10 分之间',
    'Judged by a person against the rubric: 制度健全的得10分, 基本健全的得6分, 较差的得2分; between 2 and 10 points',
  ],
];

test.each(CASES)('%s | %d | %s', (criteria, weight, evidence, chinese, english) => {
  expect(told(criteria, weight, evidence, 'zh-CN')).toBe(chinese);
  expect(told(criteria, weight, evidence, 'en')).toBe(english);
});

test('no sentence has an empty slot, whatever is told', () => {
  const standards = [LIMIT, LIST, GRADES, '得分=完成率×分值', '每超过1人扣1分', '酌情给分', ''];
  const facts = ['', '无', '103%', '102.4%', '①不符合', '基本健全', '3人', '完成率95%', '未开展'];
  for (const language of ['zh-CN', 'en'] as const)
    for (const criteria of standards)
      for (const evidence of facts)
        expect(told(criteria, 5, evidence, language)).not.toMatch(/“”|[；;]\s*[；;，,]|^\s*$|\{/);
});
