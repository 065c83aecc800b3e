/** Whose it is, from the highest down; 市场, 社区 and 城镇 are nobody's. */
const SCOPES: readonly RegExp[] = [
  /国家|全国(?!平均)|中央|国务院/,
  /(?<![节全])省(?![略时力去心平])/,
  /(?<![城都超门集股全])市(?![场民容值价面区平]|政(?![府协]))/,
  /(?<!全)县(?![城平])|(?<![社园自治全])区(?=[级委长转评]|政府|领导|人大|政协|表彰|通报|推广|批示|[\u4e00-\u9fff]{1,8}[局办])/,
  /(?<!全)乡(?![村亲土])|(?<![城全])镇|街道/,
  /村(?:级|委|支|两委)/,
];
const AND_ABOVE = /^[级部]*(?:[(及含]*以上|[(含及]*上级)/;

/** 市财政局, 县委书记, 省级以上: of which levels of government a text speaks; 0 is the highest. */
export const scopesIn = (text: string): readonly number[] => [
  ...new Set(
    SCOPES.flatMap((sign, level) => {
      const found = sign.exec(text);
      if (!found) return [];
      const isAndAbove = AND_ABOVE.test(text.slice(found.index + found[0].length));
      return isAndAbove ? Array.from({ length: level + 1 }, (_, at) => at) : [level];
    }),
  ),
];

/**
 * Of rules that differ by level the ones a fact may be meant by: those of its own level, and those that
 * name none; of a fact that names no level, never one of several that do.
 */
export function ofScope<T extends { readonly text: string }>(
  fact: string,
  rules: readonly T[],
): readonly T[] {
  const scopes = rules.map(({ text }) => scopesIn(text));
  const told = scopesIn(fact);
  const named = new Set(scopes.filter((own) => own.length > 0).map((own) => own.join()));
  if (told.length === 0 && named.size < 2) return rules;
  const fits = (own: readonly number[]): boolean =>
    own.length === 0 || (told.length === 1 && told.some((level) => own.includes(level)));
  const left = rules.filter((_, at) => fits(scopes[at] ?? []));
  if (named.size < 2) return left;
  // 省级以上 beside 国家级: its own, where one rule has it alone.
  const exact = left.filter(({ text }) => scopesIn(text).join() === told.join());
  return told.length > 0 && exact.length > 0 ? exact : left;
}

/** 被县财政局推广 beside 被市级以上推广: another level than the one that a rule asks for. */
export function isOfOtherScope(fact: string, rule: string): boolean {
  const asked = /[省市县区乡镇村家]级/.test(rule) ? scopesIn(rule) : [];
  const told = scopesIn(fact);
  return asked.length > 0 && told.length > 0 && !told.some((level) => asked.includes(level));
}
