/**
 * Units of rules and facts as alternatives of a pattern, longest first; one list for figures, bounds
 * and steps, so that what one reads the others read.
 */
export const LARGE =
  '[万亿](?:人次|人|户|亩|吨|公里|平方米|立方米|株|棵|头|只|件|个|次|份|套|册|台|辆|张|场|所|条|家|名|座|头|羽|尾|页|字)';
export const MEASURES =
  '(?:微克|毫克|克)/(?:立方米|升|千克)|DDDs?|千瓦时|吨标准煤|倍|公斤|千克|吨|亩|公顷|平方公里|平方米|立方米|公里|千米|米|万元|亿元|千元|元';
export const THINGS =
  '学时|课时|车次|台次|篇次|场次|班次|人次|例|次|处|户|人|起|件|名|条|笔|份|家|所|宗|台|套|批|篇|期|场|位|类|张|座|辆|间|只|头|株|棵|盏|岁|册|级(?![别医事公])|种(?!植|子|类|养)|个|项';
