import { remembering } from '../model/remember';

/** Characters of a longest text that is remembered, and how many: 4 MB for one kind of answer. */
const LONGEST = 64 * 1024;
const MOST = 32;

/**
 * A pure function of the text of a part that remembers its answers: the forms of a year come from few
 * templates, so that styles, theme and relationships are the same in thousands of them. What it
 * answers must not be written into.
 */
export function rememberingParts<V>(answer: (text: string) => V): (text: string) => V {
  const known = remembering(MOST, answer);
  return (text) => (text.length > LONGEST ? answer(text) : known(text));
}
