import fc from 'fast-check';
import { scoreByStandard } from '../../../src/scoring/rubric/score-standard';

const pointsFor = (criteria: string, weight: number, told: string, name = ''): number | null => {
  const reading = scoreByStandard(criteria, weight, { name, told, execution: null }, 2);
  return reading && reading.span[0] === reading.span[1] ? reading.span[0] : null;
};

const BRIEFED = '报告被省领导批示得5分，被市领导批示得3分，被县领导批示得1分。';
const SPREAD = '经验做法被省级以上推广得3分，被市级推广得2分，被县级推广得1分，最高3分。';
const COMPLAINTS = '群众投诉件数比上年下降得5分，持平得3分，上升不得分。';
const SPENT = '比上年减少得2分，增加不得分。';
const PASSED = '项目全部验收合格得5分，有一个不合格扣1分。';
const SHOWN = '公示期不少于7天得3分，不足7天的不得分。';

// A tier is chosen only where the facts say its own word, or one that says the same; else a person.
test.each<readonly [string, number, string, number | null]>([
  [BRIEFED, 5, '报告获县委书记批示。', 1],
  [BRIEFED, 5, '报告获分管副市长批示。', 3],
  [BRIEFED, 5, '报告获批示。', null],
  [SPREAD, 3, '经验做法被市财政局推广。', 2],
  [SPREAD, 3, '经验做法被省财政厅推广。', 3],
  [SPREAD, 3, '经验做法被推广。', null],
  ['获得省表彰得5分，市表彰得3分，县表彰得1分。', 5, '获得市局表彰', 3],
  ['获得省级表彰得5分，市级表彰得3分，县级表彰得1分。', 5, '未获得市级表彰', null],
  ['项目成果被省厅采用得5分，被市局采用得3分，未采用得1分。', 5, '项目成果被县局采用', null],
  ['经验被市级以上推广得满分，否则不得分。', 5, '经验被县财政局推广', null],
  ['经验被市级以上推广得满分，否则不得分。', 5, '经验被省财政厅推广', 5],
  ['工程按期完成得5分，延期完成得3分，未完成得0分。', 5, '工程已于12月完成', null],
  // Two years are compared, and never the first alone.
  [COMPLAINTS, 5, '2022年投诉12件，2023年投诉15件。', 0],
  [COMPLAINTS, 5, '2022年投诉15件，2023年投诉12件。', 5],
  [COMPLAINTS, 5, '2023年投诉15件，2022年12件。', 0],
  [COMPLAINTS, 5, '2022年投诉12件，2023年投诉12件。', 3],
  [COMPLAINTS, 5, '2022年投诉12件。', null],
  [COMPLAINTS, 5, '2021年投诉15件，2023年投诉12件。', null],
  [COMPLAINTS, 5, '投诉由12件增至15件。', 0],
  [SPENT, 2, '2022年支出15万元，2023年支出12万元。', 2],
  [SPENT, 2, '2022年支出12万元，2023年支出15万元。', 0],
  [SPENT, 2, '2021年10万元，2022年12万元，2023年11万元', null],
  // What is not looked at yet has not failed.
  [PASSED, 5, '5个项目验收合格，1个项目尚未验收。', null],
  [PASSED, 5, '5个项目验收合格，1个项目验收不合格。', 4],
  [PASSED, 5, '1个项目未通过验收', 4],
  // Workdays are no days.
  [SHOWN, 3, '公示期为5个工作日。', null],
  [SHOWN, 3, '公示期为5天。', 0],
  [SHOWN, 3, '公示期为8日。', 3],
  ['按时报送得5分，每推迟1个工作日扣1分', 5, '推迟3天报送', null],
  ['按时报送得5分，每推迟1个工作日扣1分', 5, '推迟3个工作日报送', 2],
])('%s | %i | %s', (criteria, weight, told, points) => {
  expect(pointsFor(criteria, weight, told, '投诉')).toBe(points);
});

const LEVELS = ['省', '市', '县'] as const;
const WHO = { 省: '省财政厅', 市: '市财政局', 县: '县财政局' };
const DONE = ['推广', '通报表扬', '采用', '转发'] as const;

test('a rule by levels gives the points of the level told, and none where no level of it is told', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...DONE),
      fc.constantFrom('经验做法', '工作报告', '信息'),
      fc.constantFrom(...LEVELS, null),
      fc.constantFrom('级', '有关部门'),
      (done, what, level, who) => {
        const rule = LEVELS.map(
          (own, at) => `${at === 0 ? what : ''}被${own}${who}${done}得${5 - 2 * at}分`,
        ).join('，');
        const told = `${what}被${level === null ? '' : WHO[level]}${done}`;
        const due = level === null ? null : 5 - 2 * LEVELS.indexOf(level);
        expect([rule, told, pointsFor(rule, 5, told)]).toEqual([rule, told, due]);
      },
    ),
  );
});

test('a fact is quoted as the row has it, without the stop at its end', () => {
  const read = (criteria: string, told: string): string | undefined =>
    scoreByStandard(criteria, 4, { name: '', told, execution: null }, 2)?.fact;
  expect(
    read('公用经费比上年下降5%以上得4分，下降0-5%得2分，上升不得分。', '公用经费比上年下降3.2%。'),
  ).toBe('公用经费比上年下降3.2%');
  expect(read('每带动就业10人得1分，最高4分。', '带动就业36人。')).toBe('带动就业36人');
});
