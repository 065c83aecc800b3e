/** A note's text as programs agree on it: they spell the ends of lines each their own way. */
export const plainNote = (text: string): string => text.replace(/\r\n?/g, '\n');

/** A note's words alone: programs and people break them into lines each their own way. */
export const wordsOf = (text: string): string => text.replace(/\s+/g, '');

/** Whether two notes say the same; none says what a blank one says. */
export const sameNote = (
  first: string | null | undefined,
  second: string | null | undefined,
): boolean => plainNote(first ?? '') === plainNote(second ?? '');
