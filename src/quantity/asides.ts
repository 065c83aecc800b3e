import { isBareUnit } from './units';

const INCLUSIVE = /\((?:均?含|包含)[^()]{0,8}\)/g;
const LEADING_WORDS = /^(?:共计|累计|合计|总计|平均|共|大约|约|近)(?=[\d.一二两三四五六七八九十])/;

/** 3批共318人次: in how many parts it was done says nothing of their sum. */
const IN_PARTS = /^\d+[\u4e00-\u9fff]{1,2}[,、]?(?:共计|累计|合计|总计|共)(?=\d)/;

/** 左右, 上下 and 余 leave the figure standing, as 约 does. */
const ABOUT = /(?:左右|上下)$/;
const ODD = /([\d万亿])余/;
/** 壹佰万元整, as a bill says it. */
const WHOLE_MONEY = /[元圆](?:整|正)?$/;

/** What an aside says of the figure before it: 98.5%（优秀）, 10个（100%）. */
const GRADED = /\((?:优秀|优|良好|良|合格|达标|已?完成|超额完成)\)$/;
const SHARE_ASIDE = /([^%\d])\((?:完成率)?\d+(?:\.\d+)?%\)$/;

/** 4.71分（5分制）, 96分（满分100分）: the scale it is measured on. */
const SCALE = /\((?:(?:满分|总分|按|以)?为?(?:\d{1,4}|[五十百])分制?(?:计|满分)?|[五十百]分制)\)$/;
const MEASURED_ON = /分制|满分|总分|分计/;
/** 98%（2254户）: how many that share is. */
const COUNT_ASIDE =
  /%\((?:约|即|共计?|合计?|计|涉及|惠及|覆盖)?\d+(?:\.\d+)?[万千]?[\u4e00-\u9fff]{1,3}\)$/;
/** 2期（每期2天）: what each of them is. */
const OF_EACH = /(\d)([\u4e00-\u9fff])\(每个?\2[^()]{1,10}\)$/;
const withoutScale = (text: string): string =>
  text.replace(SCALE, (note) => (MEASURED_ON.test(note) ? '' : note));

/** 48场（每周1场）, 600次（每所40次）, 1860批次（4批次/千人）: the same once more, for each or of so many. */
const EACH_ASIDE =
  /(\d+(?:\.\d+)?)([\u4e00-\u9fff]{1,3})\((?:即|约|平均)?(?:每[\u4e00-\u9fff]{1,3}?(\d+(?:\.\d+)?)\2|(\d+(?:\.\d+)?)\2\/[百千万]?[\u4e00-\u9fff]{1,3})\)$/;
/** 2次（每季度2次） is no sum of what is done each time. */
const withoutEach = (text: string): string =>
  text.replace(EACH_ASIDE, (said, all: string, unit: string, each?: string, per?: string) =>
    Number(each ?? per) < Number(all) ? all + unit : said,
  );

/** Every such word has one of these; most statements have none. */
const ASIDE = /[(共累合总平约近左上余整正圆]/;

/** 18场（因天气取消2场）: why it is no more. */
const WHY = /(?<=[\d%\u4e00-\u9fff])\((?:因|由于|受)[^()]{2,20}\)$/;

/** Words behind the figure: 204万元（监理费已结清）. */
const COMMENT = /(?<=[\d%\u4e00-\u9fff])\(([\u4e00-\u9fff、,·]{3,16})\)$/;
/** These take something back, bound the figure or say how often it counts. */
const TURNING = /[未没不无尚仅欠待暂除拟预以至超每年月季周日天均半]/;

const withoutComment = (text: string): string =>
  text.replace(COMMENT, (whole, words: string) =>
    TURNING.test(words) || isBareUnit(words) ? whole : '',
  );

/** A normalised statement without the words around its figure that leave the figure as it is. */
export function withoutAsides(text: string): string {
  if (!ASIDE.test(text)) return text;
  const said = withoutScale(withoutEach(text))
    .replace(OF_EACH, '$1$2')
    .replace(COUNT_ASIDE, '%')
    .replace(INCLUSIVE, '')
    .replace(GRADED, '')
    .replace(WHY, '')
    .replace(SHARE_ASIDE, '$1')
    .replace(IN_PARTS, '')
    .replace(LEADING_WORDS, '')
    .replace(ABOUT, '')
    .replace(ODD, '$1')
    .replace(WHOLE_MONEY, '元');
  return withoutComment(said);
}

/** An extreme among several results is measured, and no bound: 最高4.8万元, 最长18天. */
const MEASURED = /^最[高低多少长短大小](?=[\d.])/;

/** What was done without the words that say which of several results it is. */
export const withoutExtreme = (text: string): string => text.replace(MEASURED, '');

const EXACT_ASIDE = /^([^()]+)\((?:实际|其中|即|约)?([\d.][^()]*)\)$/;

/** 九成以上（93%）: the words before the brackets and the figure in them; null for any other text. */
export function exactAside(
  text: string,
): { readonly outer: string; readonly inner: string } | null {
  const [, outer, inner] = EXACT_ASIDE.exec(text) ?? [];
  return outer === undefined || inner === undefined ? null : { outer, inner };
}
