import type { Figure } from '../facts/figure';
import type { Statement } from '../facts/statement';

const SOURCES = /中央|省级|市级|县级|区级|地方|本级|自筹|社会|上年结转/g;

/** 中央资金300万元全部支出，地方资金支出213万元: each has a rate of its own. */
const areOfTwoSources = (one: Figure, other: Figure): boolean => {
  const [first, second] = [sourcesOf(one), sourcesOf(other)];
  const bothNamed = first.length > 0 && second.length > 0;
  return bothNamed && !first.some((source) => second.includes(source));
};
const sourcesOf = ({ label }: Figure): readonly string[] => label.match(SOURCES) ?? [];

/** 5000吨稻谷、500吨成品粮储备到位率100%: side by side, neither is part of the other. */
const areListed = ({ text }: Statement, one: Figure, other: Figure): boolean =>
  one.end < other.start && /^[^，。；、：]*、$/.test(text.slice(one.end, other.start));

/** 截至9月底支出370万元，截至12月底支出532万元: two stands of one thing. */
const STAND_OF = /截[至止]|\d月|季度/;

/** Whether two amounts stand side by side, so that neither is part of the other. */
export const areApart = (statement: Statement, one: Figure, other: Figure): boolean =>
  areListed(statement, one, other) ||
  areOfTwoSources(one, other) ||
  (STAND_OF.test(one.lead) && STAND_OF.test(other.lead));
