import { remembering } from '../../model/remember';
import type { RowFacts } from './row-facts';
import { NUMBER } from './plain-text';
import { LARGE, MEASURES, THINGS } from './unit-words';

/** What may be done to some of so many; the verb of the row's own rate is another. */
const VERBS =
  '完成|办结|办理|办|整改|合格|达标|通过|验收|培训|发放|支付|执行|落实|回收|查处|处理|处置|履约|履行|审定|公示|公开|签订|到位|建成|建立|改造|参加|覆盖|实施|开展|招聘|采购|安装';
const HOW = '已经?|均|都|全部|共|实际|累计|按[时期]|如期|及时|顺利|一次性?|只|仅|尚?未|没有';
const UNITS = `个?(?:${LARGE}|${MEASURES}|${THINGS})`;

/** So many things, and what was done with some of them, as the last two signs of a rate call it. */
const partsOf = remembering(100, (own: string): RegExp => {
  const verbs = own === '' ? VERBS : `${own}|${VERBS}`;
  return new RegExp(
    `(?<![\\d.第])((${NUMBER})(${UNITS})([\\u4e00-\\u9fff]{0,10}?)[中里内]?)((?:${HOW}|${verbs})*(?:${verbs})了?(${NUMBER})\\3)(?=(?:\\4)?(?:[^\\u4e00-\\u9fff]|$))`,
    'g',
  );
});

/**
 * 20项任务完成19项, 12项目标中完成11项 as 20项任务,完成19项: of so many things in one breath what was done
 * with some of them. `text` and `name` are plain.
 */
export function withPartsApart(text: string, name: string): string {
  const [, own = ''] = /([\u4e00-\u9fff]{2})[率度]$/.exec(name) ?? [];
  return text.replace(
    partsOf(own),
    (
      said: string,
      whole: string,
      all: string,
      _unit: string,
      _thing: string,
      part: string,
      some: string,
    ) => {
      // 20项任务全部完成18项 cannot be.
      const isPart = /全部|均|都/.test(part) ? some === all : Number(some) <= Number(all);
      return isPart ? `${whole},${part}` : said;
    },
  );
}

const DONE = new RegExp(VERBS);
/** 由18万元降至16万元, 上年20起本年18起. */
const BEFORE = /[由从自]|[上去]年|[上同]期/;

/** 20个村通水18个: fewer of a thing than stand before them in one breath, of which nothing tells what they are of the others. */
export const tellsOfFewer = ({ fragments }: RowFacts): boolean =>
  fragments.some(({ told }) =>
    told.some((part, at) => {
      const whole = told[at - 1];
      return (
        whole?.unit === part.unit &&
        part.value < whole.value &&
        !DONE.test(whole.label) &&
        !BEFORE.test(whole.label) &&
        !/[%点年月日天时分]$/.test(part.unit) &&
        part.unit !== '' &&
        !part.label.startsWith('其中')
      );
    }),
  );
