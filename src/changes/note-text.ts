/** A note's text as programs agree on it: they spell the ends of lines each their own way. */
export const plainNote = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Whether two notes say the same in the same words, however a program or a person broke them into lines. */
export const sameWords = (first: string, second: string): boolean =>
  first.replace(/\s+/g, '') === second.replace(/\s+/g, '');

/** Whether two notes say the same; none says what a blank one says. */
export const sameNote = (
  first: string | null | undefined,
  second: string | null | undefined,
): boolean => plainNote(first ?? '') === plainNote(second ?? '');
