import { PLACEHOLDERS } from './text/read-report';

/** A text in pieces: words, and places that wait. */
export function piecesOf(text: string): { readonly text: string; readonly waits: boolean }[] {
  const pieces: { text: string; waits: boolean }[] = [];
  let done = 0;
  for (const match of text.matchAll(PLACEHOLDERS)) {
    pieces.push({ text: text.slice(done, match.index), waits: false });
    pieces.push({ text: match[0], waits: true });
    done = match.index + match[0].length;
  }
  return [...pieces, { text: text.slice(done), waits: false }].filter((one) => one.text !== '');
}
