const LONGEST = 4000;

/** A note as the readers of rules take it: no white space, one dash, half-width signs. */
const plainNote = (text: string): string =>
  text
    .slice(0, LONGEST)
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[–—―~～]+/g, '-')
    .replace(/(?<=[\d%分)])[至到](?=[\d(])/g, '-')
    .replace(/[“”"「」]/g, '')
    .replace(/大于或?等于|不低于|不少于|≧|>=/g, '≥')
    .replace(/小于或?等于|不高于|不多于|≦|<=/g, '≤');

/** Ends of a sentence, and `2.` or `（二）` before the next one; `产出50、效益30` has none. */
const ENDS =
  /[。\n\r①-⑳]|(?:(?<=^|[;；:：\s注])|(?<=[)）]))\d{1,2}[.、．)）](?!\d)|[(（](?:[一二三四五六七八九十]{1,2}|\d)[)）]/;

/** The sentences of a note, each plain. */
export const sentencesOf = (note: string): readonly string[] =>
  note
    .slice(0, LONGEST)
    .split(ENDS)
    .map(plainNote)
    .filter((sentence) => sentence !== '');
