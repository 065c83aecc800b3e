import { remembering } from '../../model/remember';
import { readChineseNumber } from '../../quantity/chinese-number';
import { normaliseText } from '../../quantity/normalise';
import { multiply } from '../../quantity/exact';

/** A figure without sign or unit. */
export const NUMBER = '\\d+(?:\\.\\d+)?';
/** A figure or a number in Chinese characters, as 每 counts by. */
export const COUNT = `(?:${NUMBER}|[一二两三四五六七八九十百]{1,4}|半)`;

/** 两, 十五, 2.5, 半; null for anything else. */
export function readCount(text: string): number | null {
  if (text === '半') return 0.5;
  return /^\d/.test(text) ? Number(text) : readChineseNumber(text);
}

const BEGINS_CLAUSE = /^\s*(?:[①-⑳]|\(?[\d一二三四五六七八九十]{1,2}[.、)）．]|每|否则|未|扣|得)/;
const ENDS_CLAUSE = /[。;；:：,，、.]\s*$/;

/** A line break ends a clause, unless a program broke the line in the middle of one. */
function joinLines(text: string): string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.reduce((joined, line) => {
    if (joined === '' || ENDS_CLAUSE.test(joined)) return joined + line;
    const ends = /分\)?\s*$/.test(joined) || BEGINS_CLAUSE.test(line);
    return `${joined}${ends ? '；' : ''}${line}`;
  }, '');
}

/**
 * The words of a rule or of a fact as they are matched: `normaliseText`, with line breaks as the ends
 * of clauses, × for every sign of multiplication and 百分之五 as 5%. A blank between a percentage and
 * a figure is all that parts them (`≥8% 5`) and stays as a colon.
 */
export const plainText = remembering(500, (text: string): string => {
  const parted = joinLines(text)
    .replace(/([%％]|以上|以下)[ \t\u3000]+(?=\d)/g, '$1：')
    .replace(/[ \t\u3000]+(?=\d+(?:\.\d+)?[ \t\u3000]*(?:[;；。]|$))/g, '：')
    .replace(/[(（]扣\d+[%％][)）]/g, '');
  return normaliseText(parted)
    .replace(/百分之(\d+(?:\.\d+)?|[一二三四五六七八九十百]{1,4})/g, (whole, said: string) => {
      const value = readCount(said);
      return value === null ? whole : `${value}%`;
    })
    .replace(/(?<=[\u4e00-\u9fff)\d%])[xX*✕╳⨉](?=[\d(\u4e00-\u9fff])/g, '×')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/(\d+)个半(?=月|小时|季度)/g, '$1.5个')
    .replace(/(?<!\d)一年半/g, '1.5年')
    .replace(/(\d+(?:\.\d+)?):1(?=$|[,;。)<>≤≥~-]|以[上下内]|[的得计为及]|左右)/g, '$1')
    .replace(/(\d+(?:\.\d+)?)‰/g, (_, said: string) => `${multiply(Number(said), 0.1)}%`)
    .replace(/[“”"「」]/g, '')
    .replace(
      /(?:实行)?一票否决(?:制)?[,、;]?(?=(?:该项|本项|此项)?(?:指标)?(?:不得分|得0分|不计分|扣))/g,
      '',
    )
    .replace(/不(?:得|能|应|可)(?=少于|低于|小于|超过|高于|大于|晚于|多于)/g, '不')
    .replace(/(?<=\d)个?百分比/g, '%')
    .replace(
      /([一二两三四五六七八九十]{1,3})(?=个?(?:百分点|工作日|次|人|起|项|例|件|处|天|日|月|周|年|期|场|家|户|篇|份)(?:\(不?含[^()]{0,6}\))?(?:及?以[上下内]|之内))/g,
      (whole, said: string) => String(readCount(said) ?? whole),
    )
    .replace(
      /(?<=[台个件人次家户项份册本间辆名所])\((?:台|套|个|件|人|次|家|户|项|份|册|本|间|辆|名|所|人次|场)\)/g,
      '',
    )
    .replace(
      /(?<=[得扣计加减记给])([一二两三四五六七八九十半]{1,3})分(?![之钟])/g,
      (whole, said: string) => {
        const value = readCount(said);
        return value === null ? whole : `${value}分`;
      },
    )
    .replace(/^.*\(1\).*$/, (list) => list.replace(/\((\d{1,2})\)/g, circled));
});

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
/** (1) and ① number the same lists. */
const circled = (whole: string, number: string): string =>
  CIRCLED.charAt(Number(number) - 1) || whole;
