import fc from 'fast-check';
import { figureInSentence } from '../../src/quantity/figure-in-sentence';

const said = (text: string): string => {
  const found = figureInSentence(text, 'target');
  if (!found) return '-';
  const { op, value, unit } = found.figure;
  return [op ?? '', String(value), unit ?? '', found.change ?? ''].join(' ').trim();
};

test.each([
  ['至少全年完成2次宣传', '>= 2 次'],
  ['完成率达到100%', '100 %'],
  ['较上年增长10%', '10 % rise'],
  ['较上年减少5%以上', '>= 5 % fall'],
  ['2023年开展培训不少于3期', '>= 3 期'],
  ['成本控制在20万元以内', '<= 20 万元'],
  ['为全县12个乡镇配备设备', '12 个'],
  ['惠及群众310人次。', '310 人次'],
  ['培训3期，满意度95%', '-'],
  ['2023年12月底前完成', '-'],
  ['巡查20日', '20 日'],
  ['每月巡查20日', '20 日'],
  ['10日内办结', '<= 10 日'],
  ['缩短至10天', '<= 10 天'],
  ['提升至92%', '>= 92 %'],
  ['稳步提高到90%以上', '>= 90 %'],
  ['由86%提高到90%', '>= 90 %'],
  ['从2023年的86%提升至90%以上', '>= 90 %'],
  ['由上年15天压缩到10天', '<= 10 天'],
  ['由86%提高4个百分点', '-'],
  ['覆盖率达到100%（约2300户）', '100 %'],
  ['改造12个小区（1864户）', '-'],
  ['培训60人（其中女性20人）', '-'],
  ['合格率达到100%（98%）', '-'],
  ['全国前10名', '-'],
  ['60岁以上老人全覆盖', '-'],
  ['明显提升', '-'],
  ['依据〔2021〕5号文件执行', '-'],
])('%s says %s', (text, expected) => {
  expect(said(text)).toBe(expected);
});

const done = (text: string): string => {
  const found = figureInSentence(text, 'actual');
  return found ? `${String(found.figure.value)}${found.figure.unit ?? ''}` : '-';
};

test.each([
  ['全年共开展宣传活动14场次，覆盖全部乡镇', '14场次'],
  ['截至2023年12月底，共培训干部520人次', '520人次'],
  ['满意度为95.3%（回收问卷200份）', '95.3%'],
  ['2023年完成率（95%）', '95%'],
  ['2023年12月底前已完工（9公里）', '9公里'],
  ['第1批（20台）已到货', '20台'],
  ['经抽样调查，知晓率为94%', '94%'],
  ['发放资料12,000份，反响良好', '12000份'],
  ['惠及农村人口2.6万人', '2.6万人'],
  ['惠及农村人口2万余人', '-'],
  ['培训3期，满意度95%', '-'],
  ['因资金未到位，开展宣传2次', '-'],
  ['签订合同12份，其中部分取消', '-'],
  ['未完成310人', '-'],
  ['总体较好，尚有3处未完工', '-'],
])('what was done, %s, is %s', (text, expected) => {
  expect(done(text)).toBe(expected);
});

test('the only figure may stand in brackets behind what counts nothing', () => {
  const date = fc.constantFrom('2023年', '截至2023年12月底', '12月底前', '第2批', '');
  const told = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom('次', '人', '%', '户'));
  fc.assert(
    fc.property(date, told, told, (before, [value, unit], [other, otherUnit]) => {
      const figure = `${String(value)}${unit}`;
      expect(done(`${before}完成（${figure}）`)).toBe(figure);
      expect(done(`${before}完成${figure}（问卷${String(other)}${otherUnit}）`)).toBe(figure);
      const words = figureInSentence(`${before}到货（${figure}）`, 'actual')?.words;
      expect(words).toMatch(/^[^年]*到货$/);
    }),
  );
});

test('clauses without a figure change nothing, a second figure leaves nothing', () => {
  const how = fc.constantFrom('覆盖全部乡镇', '经调查', '反响良好', '按计划推进', '群众参与踊跃');
  const told = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom('次', '人', '%', '户'));
  fc.assert(
    fc.property(how, how, told, told, (first, last, [value, unit], [other, otherUnit]) => {
      const clause = `完成${String(value)}${unit}`;
      expect(done(`${first}，${clause}，${last}`)).toBe(`${String(value)}${unit}`);
      expect(done(`${first}，${clause}，${last}${String(other)}${otherUnit}`)).toBe('-');
    }),
  );
});

test('whatever stands around it, the figure is the one that was put there', () => {
  const around = fc.constantFrom('全年', '按计划', '在全县', '组织', '');
  const done = fc.constantFrom('完成', '开展', '举办', '达到');
  const sign = fc.constantFrom('不少于', '至少', '');
  const unit = fc.constantFrom('次', '期', '场', '%', '万元', '户', '人次');
  const of = fc.constantFrom('宣传', '培训', '检查', '');
  fc.assert(
    fc.property(
      fc.tuple(around, done, sign, fc.integer({ min: 1, max: 999 }), unit, of),
      ([before, verb, op, value, word, after]) => {
        const found = figureInSentence(`${before}${verb}${op}${value}${word}${after}`, 'target');
        expect(found?.figure).toMatchObject({ value, unit: word, op: op === '' ? null : '>=' });
      },
    ),
  );
});

test('several figures say nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }), (a, b) => {
      expect(figureInSentence(`培训${a}期${b}人`, 'target')).toBeNull();
    }),
  );
});

test('a day of each month counts nothing, nor does one before which it is due', () => {
  const month = fc.constantFrom('每月', '次月', '下月', '当月', '每季度末月', '每季度首月', '');
  const number = fc.integer({ min: 1, max: 31 });
  const sign = fc.constantFrom('日', '号');
  const before = fc.constantFrom('前', '之前', '以前', '前发放', '前完成', '前报送');
  fc.assert(
    fc.property(month, number, sign, before, (of, day, word, behind) => {
      expect(said(`${of}${String(day)}${word}${behind}`)).toBe('-');
      expect(done(`${of}${String(day)}${word}${behind}`)).toBe('-');
      if (of !== '') expect(done(`${of}${String(day)}${word}发放`)).toBe('-');
    }),
  );
});
