const CIRCLED = /(?=[①-⑳])/;
const NUMBERED = /(?<=^|[;。,:])(?=\d{1,2}[.、)](?!\d))/;
const SENTENCES = /(?<=[;。])/;
const NUMBER = /^(?:[①-⑳]|\d{1,2}[.、)])/;

/** The rules of a standard, each with its number: a list by its numbers, any other text by sentences. */
export function segmentsOf(text: string): readonly string[] {
  const list = [CIRCLED, NUMBERED]
    .map((between) => text.split(between))
    .find((parts) => parts.filter((part) => NUMBER.test(part)).length > 1);
  return (list ?? text.split(SENTENCES)).filter((part) => part !== '');
}

export const withoutNumber = (segment: string): string => segment.replace(NUMBER, '');
