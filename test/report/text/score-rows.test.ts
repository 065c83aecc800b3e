import { scoreHeads, scoreSentence } from '../../../src/report/text/score-rows';

describe('a table of points in a report', () => {
  it.each([
    [['一级指标', '分值（分）', '得分（分）', '得分率'], true],
    [['一级指标', '得分', '分值'], true],
    [['一级指标', '二级指标', '分值', '得分'], false],
    [['一级指标', '分值', '自评得分', '复核得分'], false],
    [['一级指标', '分值', '得分', '得分'], false],
    [['指标名称', '分值', '得分'], false],
    [['一级指标', '分值'], false],
    [[], false],
  ])('is known by its heads alone: %j', (heads, isKnown) =>
    expect(scoreHeads(heads) !== null).toBe(isKnown),
  );

  it.each([
    [['产出指标', '50', '48.91', '97.82%'], '产出指标，分值50分，得分48.91分，得分率97.82%。'],
    [['效益指标', '30分', '30分', '100'], '效益指标，分值30分，得分30分，得分率100%。'],
    [['合计', '100', '98', '98%'], null],
    [['产出指标', '50', '—', '—'], null],
    [['产出指标', '50', '48'], null],
    [['', '50', '48', '96%'], null],
  ])('says of %j: %j', (cells, said) =>
    expect(scoreSentence(['一级指标', '分值', '得分', '得分率'], cells)).toBe(said),
  );
});
