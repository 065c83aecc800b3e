import { defineReportCheck, placeInMargin } from '../../check';
import { COUNTING_WORDS } from '../../../../quantity/counting-words';
import { normalised } from '../../read-report';
import type { Place } from '../../report-finding';

/** 巡查XX次, but not the 第××次会议, T××次 or 12××件 of a name that is kept back, nor ××所. */
const COUNTERS = COUNTING_WORDS.map(({ word }) => word).filter((word) => !/^[所班]$/.test(word));
const COUNTED = new RegExp(
  `(?<![A-Za-z\\d第号])[XxＸ×]{2,}(?=(?:${COUNTERS.join('|')})(?![\\u4e00-\\u9fff]))`,
);

const BLANKS: readonly RegExp[] = [
  /20(?:[XxＸ×]{2}|[_＿]{1,4}|[〇○□]{2}|\*\*)年?/,
  /(?<![A-Za-z\d.*×])[XxＸ]{1,4}(?:\.[XxＸ]{1,3})?(?=[年月日个户人项亩米]|[万亿]?元|公里|平方|[％%])/,
  /[XxＸ×]{2,}(?=[年月日市县区局镇乡村项目万元个人户％%])|(?<=[共为达计到约])[XxＸ×]{2,}/,
  COUNTED,
  /[XxＸ×]{2,}(?=[\u4e00-\u9fff]{1,6}(?:局|厅|委|办|中心|公司|学校|医院|单位))/,
  /[（(【[](?:请?在?此处?|这里)(?:填写|填|说明|插入|输入)[^）)】\]]{0,30}[）)】\]]|[（(【[](?:待补充|待填|待定|待核实|待完善|请填写)[^）)】\]]{0,30}[）)】\]]/,
  /[（(【[](?:填写|填入|插入)[^，。；（()）]{1,12}[）)】\]](?=[^。，；]*\S)/,
  /_{3,}|＿{2,}|(?<=[为共达计到约：])…{1,4}(?=[，。；、万元个%])|\.{4,}(?=[，。；、]|$)/,
  /T(?:ODO|BD)(?![A-Za-z])/,
];

/** Three dots may stand for 等, XX for a name that is kept back. */
const PERHAPS = /(?<![“‘"《])…+(?![”’"》])|\.{3,}|(?<![A-Za-z\d第号])[XＸ]{2,4}(?=[\u4e00-\u9fff])/;
/** A line of a list of contents. */
const CONTENTS = /^目录|(?:\.{3,}|…+|·{3,})\s*\d{1,3}$/;

export const templateResidue = defineReportCheck({
  id: 'template-residue',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '模板里的占位没有换掉',
      message: '“{found}”像是模板里留着要填的。',
      fix: '换成实际内容，或删去。',
      basis: '规则 F20：没有模板残留',
    },
    en: {
      title: 'What a template leaves to fill in',
      message: '“{found}” looks like a blank of a template.',
      fix: 'Write what belongs there, or take it out.',
      basis: 'Rule F20: nothing left of a template',
    },
  },
  find: ({ report }, say) => {
    const places: readonly Place[] = [
      ...report.margins.map((line) => placeInMargin(line, 0)),
      ...report.paragraphs.map((line, at) => ({ paragraph: at + 1, text: normalised(line) })),
    ];
    return places.flatMap((place) => {
      const { text } = place;
      if (CONTENTS.test(text)) return [];
      const blank = BLANKS.map((pattern) => pattern.exec(text)).find((match) => match !== null);
      const match = blank ?? PERHAPS.exec(text);
      if (!match) return [];
      const severity = blank ? 'warning' : 'info';
      return [say({ ...place, at: match.index }, { severity, found: match[0] })];
    });
  },
});
