import { textRuns, type RunPiece, type TextRun } from './text-runs';

/** What is to be noted in the margin, and the words it is noted at. */
export interface Remark {
  /** As the document has them, but for spaces; `…` at either end stands for what was cut off. */
  readonly words: string;
  /** The paragraph of the report they stand in, from 1 on; null for a header or footer, where Word lets nobody comment. */
  readonly paragraph: number | null;
  readonly text: string;
}

/** A document as it is to be commented. */
export interface ToComment {
  readonly document: string;
  /** The part that holds the comments; null where there is none. */
  readonly comments: string | null;
  /** The report's paragraphs as they were read: they tell which of the same words are meant. */
  readonly paragraphs: readonly string[];
}

/** The parts of a .docx that comments change. */
export interface CommentedParts {
  readonly document: string;
  readonly comments: string;
}

const WORDS = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A part without comments, in the standard that the document keeps to. */
const noComments = (document: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${/\sxmlns:w="([^"]*)"/.exec(document)?.[1] ?? WORDS}"></w:comments>`;

const escaped = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');

const comment = (id: number, author: string, text: string): string =>
  `<w:comment w:id="${id}" w:author="${escaped(author).replace(/"/g, '&quot;')}" w:initials="JX"><w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p></w:comment>`;

const compact = (text: string): string => text.replace(/\s+/g, '');

/** Words without what was cut off and without a number that Word itself sets. */
const wanted = (words: string): readonly string[] => {
  const core = compact(words.replace(/^…|…$/g, ''));
  const unnumbered = core.replace(
    /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])/,
    '',
  );
  return [core, unnumbered].filter((text) => text.length > 1);
};

interface Cut {
  readonly run: TextRun;
  /** Signs of the run's text before it. */
  readonly at: number;
}

/** Where in the document's XML the marks of beginning and end go. */
interface Range {
  readonly from: Cut;
  readonly to: Cut;
}

interface Mark {
  readonly at: number;
  readonly isEnd: boolean;
  readonly xml: string;
}

/**
 * The body of a document with a comment at the words of each remark, in their order, and the part
 * that holds the comments. A remark whose words stand in a box, where Word lets nobody comment, stands
 * at the box; one whose words the document has nowhere at its first words, else, as one of a header or footer, at the
 * first of the document, and quotes them. Nothing else changes.
 */
export function withComments(
  { document, comments, paragraphs }: ToComment,
  remarks: readonly Remark[],
  author: string,
): CommentedParts {
  const made = textRuns(document).map(placesOf);
  const read = paragraphs.map(compact);
  const taken = [...(comments ?? '').matchAll(/<w:comment\b[^>]*\bw:id="(\d+)"/g)].map(([, id]) =>
    Number(id),
  );
  const first = Math.max(-1, ...taken) + 1;
  const marks = new Map<TextRun, Mark[]>();
  const put = ({ run, at }: Cut, isEnd: boolean, xml: string): void => {
    marks.set(run, [...(marks.get(run) ?? []), { at, isEnd, xml }]);
  };
  const notes: string[] = [];
  for (const remark of remarks) {
    const { range, isExact } = placed(remark, made, read);
    if (!range) continue;
    const id = first + notes.length;
    put(range.from, false, `<w:commentRangeStart w:id="${id}"/>`);
    const reference = `<w:r><w:commentReference w:id="${id}"/></w:r>`;
    put(range.to, true, `<w:commentRangeEnd w:id="${id}"/>${reference}`);
    notes.push(comment(id, author, isExact ? remark.text : `${remark.words} ${remark.text}`));
  }
  const opened = comments ?? noComments(document);
  return {
    document: marked(document, marks),
    comments: opened
      .replace(/<w:comments\b([^>]*)\/>\s*$/, '<w:comments$1></w:comments>')
      .replace(/<\/w:comments>\s*$/, `${notes.join('')}</w:comments>`),
  };
}

/** Where a remark goes, and whether its own words stand there. */
function placed(
  { words, paragraph }: Remark,
  made: readonly Places[],
  read: readonly string[],
): { readonly range: Range | null; readonly isExact: boolean } {
  if (paragraph === null) return { range: firstWords(made), isExact: false };
  const before = read.slice(0, paragraph - 1);
  const exact =
    findWords(made, wanted(words), before) ??
    findRow(made, words) ??
    findWords([joined(made)], wanted(words), []);
  const [head = ''] = words.split(/[，：|]/);
  const range = exact ?? findWords(made, wanted(head), before) ?? firstWords(made);
  return { range, isExact: exact !== null };
}

/** A paragraph's signs but for spaces, each with its place. */
interface Places {
  readonly text: string;
  readonly at: readonly Cut[];
  readonly runs: readonly TextRun[];
}

const seenIn = (pieces: readonly RunPiece[]): string => pieces.map(({ text }) => text).join('');

function placesOf(runs: readonly TextRun[]): Places {
  const at: Cut[] = [];
  let text = '';
  for (const run of runs) {
    // By UTF-16 unit, as words are searched for.
    seenIn(run.pieces)
      .split('')
      .forEach((unit, before) => {
        if (/\s/.test(unit)) return;
        text += unit;
        at.push({ run, at: before });
      });
  }
  return { text, at, runs };
}

function rangeAt({ at }: Places, start: number, length: number): Range | null {
  const [from, last] = [at[start], at[start + length - 1]];
  return from && last ? { from, to: { run: last.run, at: last.at + 1 } } : null;
}

/** The words, where as many paragraphs with the same ones come before as in the report. */
function findWords(
  made: readonly Places[],
  cores: readonly string[],
  before: readonly string[],
): Range | null {
  for (const core of cores) {
    const found = made.flatMap((places): Range[] => {
      const start = places.text.indexOf(core);
      const range = start < 0 ? null : rangeAt(places, start, core.length);
      if (range) return [range];
      const box = places.runs.find(({ boxed }) => isIn(core, compact(boxed)));
      return box ? [wholeRun(box)] : [];
    });
    const earlier = before.filter((text) => text.includes(core)).length;
    const one = found[Math.min(earlier, found.length - 1)];
    if (one) return one;
  }
  return null;
}

/** Whether words stand in a box, with others before it where a sentence goes on in it. */
const isIn = (core: string, boxed: string): boolean =>
  boxed.includes(core) || (boxed.length > 1 && core.includes(boxed));

/** Paragraphs as one: a sentence may go on in the next. */
const joined = (made: readonly Places[]): Places => ({
  text: made.map(({ text }) => text).join(''),
  at: made.flatMap(({ at }) => at),
  runs: made.flatMap(({ runs }) => runs),
});

const wholeRun = (run: TextRun): Range => ({
  from: { run, at: 0 },
  to: { run, at: seenIn(run.pieces).length },
});

/** A row of a table: each of its cells is a paragraph of its own. */
function findRow(made: readonly Places[], words: string): Range | null {
  const cells = words.split('|').map((cell) => compact(cell.replace(/^…|…$/g, '')));
  const [first, last] = [
    cells.findIndex((cell) => cell !== ''),
    cells.findLastIndex((cell) => cell !== ''),
  ];
  if (first === last) return null;
  const holds = (cell: string, at: number): boolean => made[at]?.text.includes(cell) === true;
  const row = made.findIndex((_, at) => cells.every((cell, column) => holds(cell, at + column)));
  const rangeOf = (column: number): Range | null => {
    const [places, cell = ''] = [made[row + column], cells[column]];
    return row < 0 || !places ? null : rangeAt(places, places.text.indexOf(cell), cell.length);
  };
  const [from, to] = [rangeOf(first), rangeOf(last)];
  return from && to && { from: from.from, to: to.to };
}

function firstWords(made: readonly Places[]): Range | null {
  const places = made.find(({ text }) => text !== '');
  return places ? rangeAt(places, 0, places.text.length) : null;
}

function marked(document: string, marks: ReadonlyMap<TextRun, readonly Mark[]>): string {
  let out = '';
  let done = 0;
  for (const [run, list] of [...marks].sort(([a], [b]) => a.start - b.start)) {
    out += document.slice(done, run.start) + cutRun(document, run, list);
    done = run.end;
  }
  return out + document.slice(done);
}

/** A run with marks around its pieces; a text is cut in two where one stands in it. */
function cutRun(document: string, run: TextRun, list: readonly Mark[]): string {
  const { open, pieces } = run;
  const gaps = new Map<number, string>();
  const put = (gap: number, xml: string): void => {
    gaps.set(gap, (gaps.get(gap) ?? '') + xml);
  };
  if (open === null) {
    for (const { isEnd, xml } of list) put(isEnd ? 1 : 0, xml);
    return `${gaps.get(0) ?? ''}${document.slice(run.start, run.end)}${gaps.get(1) ?? ''}`;
  }
  const cut = list.reduce((all, mark) => cutPieces(all, mark), pieces);
  // What ends at a place ends before what begins there.
  for (const mark of [...list].sort((a, b) => Number(b.isEnd) - Number(a.isEnd))) {
    put(gapAt(cut, mark), mark.xml);
  }
  let out = '';
  cut.forEach(({ xml }, index) => {
    const marks = gaps.get(index);
    if (index === 0) out += (marks ?? '') + open;
    else if (marks !== undefined) out += `</w:r>${marks}${open}`;
    out += xml;
  });
  return `${out}</w:r>${gaps.get(cut.length) ?? ''}`;
}

/** Between which pieces a mark stands: before what is not seen where it begins, after it where it ends. */
function gapAt(pieces: readonly RunPiece[], { at, isEnd }: Mark): number {
  const gaps = [0];
  let before = 0;
  for (const { text } of pieces) gaps.push((before += text.length));
  const gap = isEnd
    ? gaps.findLastIndex((place) => place <= at)
    : gaps.findIndex((place) => place >= at);
  return gap < 0 ? 0 : gap;
}

const IN_TEXT = /^<w:t(?:\s[^>]*)?>/;
const isHalf = (text: string, at: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));

function cutPieces(pieces: readonly RunPiece[], { at }: Mark): RunPiece[] {
  let before = 0;
  return pieces.flatMap((piece) => {
    const { xml, text } = piece;
    const within = at - before;
    before += text.length;
    const isCut = within > 0 && within < text.length && IN_TEXT.test(xml) && !isHalf(text, within);
    if (!isCut) return [piece];
    return [text.slice(0, within), text.slice(within)].map((part) => ({
      xml: `<w:t xml:space="preserve">${escaped(part)}</w:t>`,
      text: part,
    }));
  });
}
