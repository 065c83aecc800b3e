/** One replacement in a text: characters `at` to `end` (exclusive) become `text`. */
export interface Splice {
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

const inOrder = (splices: readonly Splice[]): readonly Splice[] => {
  for (let index = 1; index < splices.length; index++) {
    const before = splices[index - 1];
    const after = splices[index];
    if (before && after && after.at < before.at) return [...splices].sort((a, b) => a.at - b.at);
  }
  return splices;
};

/** Applies replacements that do not overlap; several insertions at one place keep their order. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  if (splices.length === 0) return text;
  const pieces: string[] = [];
  let position = 0;
  for (const splice of inOrder(splices)) {
    pieces.push(text.slice(position, splice.at), splice.text);
    position = splice.end;
  }
  pieces.push(text.slice(position));
  return pieces.join('');
}

/** The replacements that turn `applySplices(text, splices)` back into `text`. */
export function inverseSplices(text: string, splices: readonly Splice[]): readonly Splice[] {
  let shift = 0;
  return inOrder(splices).map((splice) => {
    const at = splice.at + shift;
    shift += splice.text.length - (splice.end - splice.at);
    return { at, end: at + splice.text.length, text: text.slice(splice.at, splice.end) };
  });
}

/** Whether the replacements are in order, apart and inside a text of this length. */
export function splicesFit(splices: readonly Splice[], length: number): boolean {
  let position = 0;
  for (const { at, end } of splices) {
    if (at < position || end < at || end > length) return false;
    position = end;
  }
  return true;
}

/** A fingerprint that tells an unchanged text from a changed one; no protection against intent. */
export function digestText(text: string): string {
  // As signed integers from the first step: a loop that begins with more is compiled for fractions.
  let low = 0x811c9dc5 | 0;
  let high = 0x9e3779b9 | 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 15);
  }
  const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
  return `${text.length.toString(36)}-${hex(low)}${hex(high)}`;
}
