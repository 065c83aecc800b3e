/** What its part of the sentence, from the last ； or 。, says before a place. */
export const segmentBefore = (text: string, at: number): string =>
  text
    .slice(0, at)
    .split(/[；。]/)
    .at(-1) ?? '';
