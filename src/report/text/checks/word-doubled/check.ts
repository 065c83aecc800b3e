import { defineReportCheck, placeIn } from '../../check';

const WORD = /([\u4e00-\u9fff]{2,6})\1/g;
const SIGN =
  /([，。；、：])\1|[，；、][，。；、]|[。：][，；、]|(?<![\d.])(万元|亿元|元)(?=\d+(?:\.\d+)?\2)|(?<![目标有])的的(?!士)|了了(?!解)|(?<!但凡)是是|和和(?!谐|睦|平)|对对(?!照|方|联|象|口|策|接)/g;
/** Doubled by their nature: 研究研究, 一个一个, 常常…; 老年人每人每月 are two words. */
const NATURAL =
  /^(?:[一二三四五六七八九十两几百千万]|[\u4e00-\u9fff]每|逐|层|人人|家家|户户|天天|年年|处处|研究|讨论|商量|某|哈|一一)/;
/** Where two words meet that end and begin alike: 管理|管理局. */
const MEETS =
  /^(?:局|所|处|办|中心|站|员|费|法|部|司|厅|委|院|会|条例|办法|规定|制度|体系|平台|系统|人员|对象|机构|单位|小组|标准|指标)/;

export const wordDoubled = defineReportCheck({
  id: 'word-doubled',
  severity: 'info',
  texts: {
    'zh-CN': {
      title: '词语重复',
      message: '“{found}”是否多写了一遍？',
      fix: '删去多写的。',
      basis: '校对：叠词、叠字',
    },
    en: {
      title: 'A word written twice',
      message: 'Is “{found}” written once too often?',
      fix: 'Take out what is too much.',
      basis: 'Proof-reading: doubled words',
    },
  },
  find: ({ statements }, say) =>
    statements.flatMap((statement) => {
      const words = [...statement.text.matchAll(WORD)].filter(
        ({ 1: word = '', index, 0: all }) =>
          !NATURAL.test(word) && !MEETS.test(statement.text.slice(index + all.length)),
      );
      const signs = [...statement.text.matchAll(SIGN)];
      const [first] = [...words, ...signs];
      return first ? [say(placeIn(statement, first.index), { found: first[0] })] : [];
    }),
});
