import type { Figure } from '../facts/figure';

const SOURCES = /中央|省级|市级|县级|区级|地方|本级|自筹|社会|上年结转/g;

/** 中央资金300万元全部支出，地方资金支出213万元: each has a rate of its own. */
export const areOfTwoSources = (one: Figure, other: Figure): boolean => {
  const [first, second] = [sourcesOf(one), sourcesOf(other)];
  const bothNamed = first.length > 0 && second.length > 0;
  return bothNamed && !first.some((source) => second.includes(source));
};
const sourcesOf = ({ label }: Figure): readonly string[] => label.match(SOURCES) ?? [];
