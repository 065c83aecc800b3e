/** Longer texts are somebody's own; a prompt stands alone or ends the cell. */
const LONGEST = 400;
const LENGTH_LIMIT =
  /[(（]\s*(?:限|不超过)?\s*\d{2,4}\s*字(?:以内|之内|左右)?\s*[)）]|填写[^。；;]{0,16}(?:不超过|限)?\d{2,4}字(?:以内|之内|左右)?[。)）]*$/;
const CROSSES = /(?:^|[^A-Za-z0-9])(X{2,}|x{3,}|[×✕╳]{2,})(?:$|[^A-Za-z0-9])/;
const ELISION =
  /[(（](?:略|(?:此处|请|待)填写[^()（）]{0,8})[)）]|^(?:此处|请|待)(?:[分逐]条|简要|如实|据实|在此)?填写[\u4e00-\u9fff]{0,8}$|^[(（](?:请(?:[分逐]条|简要|如实|据实))?填写[^()（）]{0,20}[)）]$/;
const EMPTY_ITEMS = /(?:^|[\s;；。])(?:目标)?\d{1,2}[.、．:：]\s*(?:…+|\.{3,})?\s*$/;
const ITEM_TAIL = 16;
const LONGEST_STAR = 12;

const SIGNS = /[字×╳略填]|XX|xxx/;
const OPEN_ENDS = new Set(Array.from('.、．:：…', (sign) => sign.charCodeAt(0)));

function endsOpen(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last <= 0x20 || OPEN_ENDS.has(last);
}

/** `*`, `≥*`, `≥*期`: where the form wants a figure. A star beside a figure is a remark. */
const STAR = /^[≥≤<>=＞＜＝\s]*[*＊]+\s*[^\d*＊]{0,6}$/;

/** Whether a value is the star of the empty form. */
export const isStar = (text: string): boolean => text.length <= LONGEST_STAR && STAR.test(text);

/** A quick look that most texts do not pass. */
export function mayPrompt(text: string): boolean {
  return isStar(text) || (text.length > 1 && (endsOpen(text) || SIGNS.test(text)));
}

/** The prompt of the empty form that still stands in a text, or null. Linear. */
export function promptIn(text: string): string | null {
  if (isStar(text)) return text;
  if (text.length < 2 || text.length > LONGEST) return null;
  if (text.includes('字')) {
    const limit = LENGTH_LIMIT.exec(text);
    if (limit) return text;
  }
  if (text.includes('XX') || text.includes('xxx') || text.includes('×') || text.includes('╳')) {
    const crosses = CROSSES.exec(text);
    if (crosses) return crosses[1] ?? null;
  }
  if (text.includes('略') || text.includes('填写')) {
    const elision = ELISION.exec(text);
    if (elision) return elision[0];
  }
  return emptyItem(text);
}

/** `1.完成…; 2. 3.`: numbers of a list nothing was written behind. */
function emptyItem(text: string): string | null {
  if (text.length <= 3 || !endsOpen(text)) return null;
  const tail = text.slice(-ITEM_TAIL);
  const item = EMPTY_ITEMS.exec(tail);
  return item ? item[0].trim() : null;
}
