/** What a word counts, so far as two words may count one and the same thing. */
export type CountedGroup =
  'thing' | 'person' | 'visit' | 'household' | 'event' | 'animal' | 'building';

export interface CountingWord {
  readonly word: string;
  /** Null for a word that measures (亩) or that only prose has. */
  readonly group: CountedGroup | null;
  /** Read behind the figure of a form's cell. */
  readonly inForms: boolean;
  /** Read behind a figure in running text, and there counted under this word; null where it is not read. */
  readonly inProse: string | null;
}

interface Line {
  readonly group: CountedGroup | null;
  readonly words: string;
  /** Where the word is read; both unless said. */
  readonly only?: 'forms' | 'prose';
  /** In prose these words count one thing under one name: 三起 and 三件 are one figure told twice. */
  readonly name?: string;
}

/** Measure words: a closed class of the language. A cell holds its figure alone, prose has words around it. */
const LINES: readonly Line[] = [
  { group: 'thing', words: '件 宗 例', name: '件' },
  { group: 'event', words: '起', name: '件' },
  { group: 'person', words: '人 名 位', name: '人' },
  {
    group: 'thing',
    words:
      '个 项 套 台 份 处 座 条 篇 本 册 张 块 家 所 间 辆 艘 棵 株 支 部 种 类 组 队 片 幅 道 盏 粒 枚 颗 批 笔 剂 台套 户次',
  },
  { group: 'thing', words: '款 樽 单', only: 'forms' },
  { group: 'visit', words: '人次' },
  { group: 'visit', words: '人·次', only: 'forms' },
  { group: 'household', words: '户' },
  { group: 'event', words: '次 场 期 班 场次 批次' },
  { group: 'event', words: '回 轮 届 班次', only: 'forms' },
  { group: 'animal', words: '头 只 匹 羽 尾' },
  { group: 'building', words: '栋 幢', name: '栋' },
  {
    group: null,
    words:
      '村 镇 乡 门 根 口 眼 层 页 把 架 列 桩 袋 箱 瓶 桶 盒 针 段 顶 天 孔 扇 盘 卷 柜 床 棚 网 台次 家次 车次 课时 学时',
    only: 'prose',
  },
  {
    group: null,
    words:
      '亩 吨 米 升 万亩 千瓦 公里 千米 公顷 公斤 千克 毫米 厘米 毫升 微克 毫克 兆瓦 平方公里 平方米 立方米 千瓦时',
    only: 'prose',
  },
  { group: null, words: '秒 分钟 个月', only: 'prose' },
  { group: null, words: '小时 个小时', only: 'prose', name: '小时' },
  { group: null, words: '日 日历天 工作日 个工作日', only: 'prose', name: '天' },
];

/** Every counting word once, with where it is read. */
export const COUNTING_WORDS: readonly CountingWord[] = LINES.flatMap(
  ({ group, words, only, name }) =>
    words.split(' ').map((word) => ({
      word,
      group,
      inForms: only !== 'prose',
      inProse: only === 'forms' ? null : (name ?? word),
    })),
);
