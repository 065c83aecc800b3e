import fc from 'fast-check';
import { scoreByStandard } from '../../../src/scoring/rubric/score-standard';
import { madeRow } from '../../support/rubric-maker/make-row';

const of = <T>(...items: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...items);

interface Row {
  readonly criteria: string;
  readonly weight: number;
  readonly name: string;
  readonly told: string;
}

const spanOf = ({ criteria, weight, name, told }: Row): readonly number[] | null =>
  scoreByStandard(criteria, weight, { name, told, execution: null }, 2)?.span ?? null;

const RULES: readonly Row[] = [
  {
    criteria: '完成率100%得10分，每低1个百分点扣0.5分，扣完为止',
    weight: 10,
    name: '任务完成率',
    told: '完成率100%',
  },
  {
    criteria: '支付率≥95%得8分；80%（含）-95%得5分；80%以下不得分；发现违规不得分',
    weight: 8,
    name: '支付率',
    told: '支付率97.2%',
  },
  {
    criteria: '制度健全得2分；执行有效得3分',
    weight: 5,
    name: '管理制度',
    told: '制度健全，执行有效',
  },
  { criteria: '按期完工得5分，每延期1天扣0.2分', weight: 5, name: '完工及时性', told: '按期完工' },
  {
    criteria: '未发生安全事故得5分，每发生1起扣2分',
    weight: 5,
    name: '安全生产',
    told: '全年未发生安全事故',
  },
  { criteria: '完成率×10分', weight: 10, name: '完成率', told: '计划改造60户，实际改造60户' },
  { criteria: '会计核算规范得4分，否则不得分', weight: 4, name: '会计核算', told: '会计核算规范' },
];

const count = fc.integer({ min: 1, max: 9 });
/** Faults, exceptions and parts, in words of a list or in words of none. */
const against = fc
  .tuple(
    of(
      '存在违规#笔',
      '出现裂缝#处',
      '账目对不上',
      '进度缓慢',
      '另有#户待处理',
      '仍有#项在办',
      '其中#个流标',
      '部分村组待建',
      '个别环节走样',
      '资料基本齐备',
      '尚未备案',
      '无公示材料',
      '档案遗失',
      '超面积建设',
      '先建后批',
      '除#户外',
      '质量欠佳',
      '存在虚报',
      '挪作他用',
      '缺#份签收单',
    ),
    count,
  )
  .map(([text, number]) => text.replace('#', String(number)));

const neutral = of(
  '2023年12月',
  '截至2023年12月31日',
  '财预〔2023〕15号',
  '位于城关镇',
  '地点：东风村',
  '详见附件2',
  '依据县财政局批复',
);
const joint = of('，', '；', '。', '，但');
const place = of('before', 'behind', 'in brackets');
const together = (told: string, text: string, sign: string, where: string): string =>
  where === 'before'
    ? `${text}，${told}`
    : where === 'behind'
      ? `${told}${sign}${text}`
      : `${told}（${text}）`;

test('whatever else is told of a fault, an exception or a part leaves no full marks', () => {
  fc.assert(
    fc.property(of(...RULES), against, joint, place, (row, text, sign, where) => {
      const told = together(row.told, text, sign, where);
      expect(spanOf(row)).toEqual([row.weight, row.weight]);
      expect({ told, span: spanOf({ ...row, told }) }).not.toEqual({
        told,
        span: [row.weight, row.weight],
      });
    }),
    { numRuns: 1000 },
  );
});

test('a date, a place or a document beside the facts changes no score', () => {
  fc.assert(
    fc.property(of(...RULES), neutral, of('，', '；', '。'), place, (row, text, sign, where) => {
      const told = together(row.told, text, sign, where);
      expect({ told, span: spanOf({ ...row, told }) }).toEqual({ told, span: spanOf(row) });
    }),
  );
});

test('made rows keep no full marks beside a fault', () => {
  fc.assert(
    fc.property(madeRow, against, (row, text) => {
      const told = `${row.told}，${text}`;
      const [low, high] = spanOf({ ...row, told }) ?? [];
      if (low === row.weight && high === row.weight) expect({ ...row, told, low }).toBeNull();
    }),
    { numRuns: 600 },
  );
});

test.each([
  ['档案资料齐全得2分，每缺一项扣0.5分', 2, '档案管理', '档案资料基本齐全'],
  ['完成率100%得5分，弄虚作假不得分', 5, '任务', '完成率100%，存在虚报'],
  ['违规发放津补贴，发现一例扣2分', 4, '津补贴', '发现违规发放津补贴'],
  ['决算不超过概算得6分；超概算5%以内扣2分；超概算5%以上不得分', 6, '概算', '超概算'],
  ['每月开展1次检查得6分，每少1次扣0.5分', 6, '监督检查', '除2月外每月检查1次'],
  ['制度健全得5分，每缺1项扣1分', 5, '制度健全性', '已制定财务制度，资产管理制度正在制定中'],
  ['执行率≥95%得10分，每低1%扣1分', 10, '预算执行率', '当年资金执行率97%，上年结转资金执行率80%'],
  ['完成率100%得10分，每低1%扣0.5分', 10, '任务完成率', '完成工程量的96%，投资完成率92%'],
  ['无安全事故得5分，每发生1起扣2分', 5, '安全生产', '发生交通事故1起，我方无责'],
  ['合格率达100%得满分，否则按比例扣分', 6, '项目验收合格率', '完工项目20个，其中未验收3个'],
  ['材料含申请书、预算表、承诺书、报告，每缺一项扣1分', 4, '申报材料', '承诺书未加盖公章'],
  ['得分=处理率÷目标值×权重', 5, '垃圾处理率', '处理率88.2%'],
  ['项目变更手续完备得2分，否则不得分', 2, '项目变更', '无项目变更'],
  ['预算执行率≥95%得10分，每低1%扣1分', 10, '预算执行率', '预算执行率833%'],
  ['完成率100%得10分，每低1%扣0.5分', 10, '任务完成率', '完成率98%（不含延期项目）'],
  ['合格率100%得5分，每低1%扣1分', 5, '验收合格率', '合格率98%，整改后100%'],
  ['合格率100%得5分，每低1%扣1分', 5, '验收合格率', '合格率98%（复检后100%）'],
  ['培训≥500人得5分，每少10人扣0.5分', 5, '培训人数', '培训480人次（实际320人）'],
  [
    '按时完成得5分，每延迟1个月扣1分',
    5,
    '完成及时性',
    '原计划6月完成，经批准延期至9月，实际9月完成',
  ],
  ['12月底前完成得5分，逾期不得分', 5, '完成时限', '12月底前完成主体，附属工程2024年1月完成'],
  ['12月底前完成得5分，逾期不得分', 5, '完成时限', '按期完成主体，配套工程次年1月完成'],
])('%s | %s | %s | %s is left to a person', (criteria, weight, name, told) => {
  expect(spanOf({ criteria, weight, name, told })).toBeNull();
});

test.each([
  ['按时完成得5分，每延迟1个月扣1分', 5, '完成及时性', '计划6月完成，延期至9月完成', 2],
  ['满意度≥90%得10分，每低1%扣1分', 10, '满意度', '满意度92%（样本仅20份）', 10],
  ['完成率100%得10分，每低1%扣0.5分', 10, '任务完成率', '完成率98%（见附件3）', 9],
  ['满意度≥90%得10分，每低1%扣1分', 10, '满意度', '满意度88%（学生）', 8],
  ['项目未延期得3分；经批准延期得2分；未经批准延期不得分', 3, '延期', '经批准延期至次年3月', 2],
])('%s | %s | %s | %s gives %s', (criteria, weight, name, told, points) => {
  expect(spanOf({ criteria, weight, name, told })).toEqual([points, points]);
});
