import { isBlank } from '../../model/blank';
import { normaliseText } from '../../quantity/normalise';
import { beginsOtherwise, characters } from './first-characters';

const PROMPT = /^(指标|目标)[\d一二三四五六七八九十]*[:.、,]?$|^[.…·。⋯]+$|^\(略\)$|^略$|^xx+$/i;
/** `指标1：`, `★`, `1.`, `①`, `1、` before a name are layout. */
const NAME_PREFIX =
  /^(?:[★☆●○▲*]\s*){0,5}(?:指标\s*(?:[\d０-９]{1,2}(?=[^\d０-９])|[一二三四五六七八九十]{1,2})\s*[:：.．、,，]?\s*)?(?:[★☆●○▲*]\s*){0,5}/;
const NAME_MARKS = characters('★☆●○▲*指');
const WEIGHT_ENDS = characters('分)）');
const EMPTY_STARTS = characters('无');
const PROMPT_STARTS = characters('指目略');
const LONGEST_PROMPT = 16;

export function isPromptText(text: string): boolean {
  if (text.length > LONGEST_PROMPT || beginsOtherwise(text, PROMPT_STARTS)) return false;
  return PROMPT.test(normaliseText(text));
}

export function isEmptyMark(text: string): boolean {
  return !beginsOtherwise(text, EMPTY_STARTS) && (isBlank(text) || text === '无此项');
}

export function cleanName(text: string): string {
  let name = text;
  if (NAME_MARKS.has(text.charCodeAt(0))) name = text.replace(NAME_PREFIX, '').trim() || text;
  // A weight in brackets behind the name is the form's, not part of the name.
  if (WEIGHT_ENDS.has(name.charCodeAt(name.length - 1)) && /分\s*[)）]?$/.test(name))
    name = name.replace(/[（(]\s*\d{1,3}(?:\.\d+)?\s*分\s*[)）]?$/, '').trim();
  return name.includes('\n') ? name.replace(/\s*\n\s*/g, '') : name;
}
