/** Codes of first characters: asking for one costs less than making a string of it. */
export const characters = (text: string): ReadonlySet<number> =>
  new Set(Array.from(text, (character) => character.charCodeAt(0)));

/** A Chinese character that begins none of the words: the cheap way past most cells. */
export function beginsOtherwise(text: string, starts: ReadonlySet<number>): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x3400 && code <= 0x9fff && !starts.has(code);
}
