/** What prefixes of the metric system multiply by, as letters and as Chinese words. */
const PREFIXES: readonly (readonly [string, string, number])[] = [
  ['', '', 1],
  ['k', '千', 1e3],
  ['m', '兆', 1e6],
  ['g', '吉', 1e9],
];

/** Units that forms write with such a prefix, by letters and by words; GB/T 3100—1993, GB/T 3102—1993. */
const BASES: readonly {
  readonly measure: string;
  readonly letters: string;
  readonly words: string;
}[] = [
  { measure: 'voltage', letters: 'v', words: '伏 伏特' },
  { measure: 'current', letters: 'a', words: '安 安培' },
  { measure: 'power', letters: 'w', words: '瓦 瓦特' },
  { measure: 'apparent-power', letters: 'va', words: '伏安' },
  { measure: 'reactive-power', letters: 'var', words: '乏' },
  { measure: 'energy', letters: 'wh', words: '瓦时 瓦小时' },
  { measure: 'heat', letters: 'j', words: '焦 焦耳' },
  { measure: 'pressure', letters: 'pa', words: '帕 帕斯卡' },
  { measure: 'frequency', letters: 'hz', words: '赫 赫兹' },
  { measure: 'force', letters: 'n', words: '牛 牛顿' },
  { measure: 'radiation', letters: 'bq', words: '贝可 贝克' },
  { measure: 'data-rate', letters: 'bps', words: '比特/秒' },
  { measure: 'data', letters: 'b', words: '字节' },
];

/** A bare letter stands for much else: 5A景区, 4G基站, 三甲B级. */
const SHORTEST_LETTERS = 2;

/**
 * kVA and 千伏安, MPa and 兆帕: letters in lower case, as forms write them in either. A small m for a
 * thousandth is not told from a large one for a million, and no form measures so finely.
 */
export const PREFIXED_UNITS: readonly (readonly [string, string, number])[] = BASES.flatMap(
  ({ measure, letters, words }) =>
    PREFIXES.flatMap(([letter, word, factor]) => {
      const short = letter + letters;
      const spelled = words.split(' ').map((base) => word + base);
      const all = short.length < SHORTEST_LETTERS ? spelled : [short, ...spelled];
      return all.map((unit) => [measure, unit, factor] as const);
    }),
);
