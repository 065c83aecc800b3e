/**
 * What the classes of indicators are called (domain-rules.md §1.7 and the published forms behind it): first
 * levels, and second ones.
 */
export const FIRST_CLASS =
  /^(项目|部门|单位)?(产出|效益|效果|满意度?|成本|决策|过程|投入|管理|绩效|履职)(指标|情况|类|类指标)?$/;
export const SECOND_CLASS =
  /^(产出)?(数量|质量|时效|成本|进度)(指标)?$|(经济|社会|生态|可持续|环境).*(效益|影响)(指标)?$|(服务|受益)?.{0,6}满意度指标$/;

export const isClass = (label: string): boolean =>
  FIRST_CLASS.test(label) || SECOND_CLASS.test(label);
