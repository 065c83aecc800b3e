import { decoded } from '../document/xml-events';
import { textRuns, type TextRun } from './text-runs';

/** What is to be noted in the margin, and the words it is noted at. */
export interface Remark {
  /** As the document has them, but for spaces; `…` at either end stands for what was cut off. */
  readonly words: string;
  readonly text: string;
}

/** The parts of a .docx that comments change. */
export interface CommentedParts {
  readonly document: string;
  readonly comments: string;
}

const COMMENTS_OPEN =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">';

const escaped = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');

const comment = (id: number, author: string, text: string): string =>
  `<w:comment w:id="${id}" w:author="${escaped(author).replace(/"/g, '&quot;')}" w:initials="JX"><w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p></w:comment>`;

const compact = (text: string): string => decoded(text).replace(/\s+/g, '');

/** Words without what was cut off and without a number that Word itself sets. */
const wanted = (words: string): readonly string[] => {
  const core = compact(words.replace(/^…|…$/g, ''));
  const unnumbered = core.replace(
    /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])/,
    '',
  );
  return [core, unnumbered].filter((text) => text.length > 1);
};

interface Placed {
  readonly id: number;
  /** Where in the document's XML the marks of beginning and end go: between runs, or in one that is cut. */
  readonly from: Cut;
  readonly to: Cut;
}

interface Cut {
  readonly run: number;
  /** Signs of the run's text before it. */
  readonly at: number;
}

/**
 * The body of a document with a comment at the words of each remark, in their order, and the part
 * that holds the comments (`before`: as it was, null where there is none). A remark whose words the
 * document has nowhere stands where they begin, else at its first words, and quotes them. Nothing else changes.
 */
export function withComments(
  document: string,
  before: string | null,
  remarks: readonly Remark[],
  author: string,
): CommentedParts {
  const runs = textRuns(document);
  const taken = [...(before ?? '').matchAll(/<w:comment\b[^>]*\bw:id="(\d+)"/g)].map(([, id]) =>
    Number(id),
  );
  const first = Math.max(-1, ...taken) + 1;
  const placed: Placed[] = [];
  const notes: string[] = [];
  let since = 0;
  remarks.forEach(({ words, text }, index) => {
    const id = first + index;
    const at = findWords(runs, words, since) ?? findWords(runs, words, 0);
    const place = at ?? nearWords(runs, words, since) ?? startOf(runs);
    if (!place) return;
    if (at) since = at.from.run;
    placed.push({ id, ...place });
    notes.push(comment(id, author, at ? text : `${words} ${text}`));
  });
  const opened = before ?? `${COMMENTS_OPEN}</w:comments>`;
  return {
    document: marked(document, runs, placed),
    comments: opened
      .replace(/<w:comments\b([^>]*)\/>\s*$/, '<w:comments$1></w:comments>')
      .replace(/<\/w:comments>\s*$/, `${notes.join('')}</w:comments>`),
  };
}

type Range = Pick<Placed, 'from' | 'to'>;

function startOf(runs: readonly TextRun[]): Range | null {
  const run = runs.findIndex(({ text }) => text.trim() !== '');
  return run < 0 ? null : { from: { run, at: 0 }, to: { run, at: runs[run]?.text.length ?? 0 } };
}

/** Where words begin that stand nowhere as they are: those of a table's row, told in a sentence. */
function nearWords(runs: readonly TextRun[], words: string, since: number): Range | null {
  const [first = ''] = words.split(/[，：]/);
  return first === words ? null : (findWords(runs, first, since) ?? findWords(runs, first, 0));
}

/** The words within one paragraph, from a run on. */
function findWords(runs: readonly TextRun[], words: string, since: number): Range | null {
  for (const core of wanted(words)) {
    for (let first = since; first < runs.length;) {
      const paragraph = runs[first]?.paragraph;
      let end = first;
      while (end < runs.length && runs[end]?.paragraph === paragraph) end += 1;
      const found = within(runs, first, end, core);
      if (found) return found;
      first = end;
    }
  }
  return null;
}

function within(runs: readonly TextRun[], first: number, end: number, core: string): Range | null {
  const places: Cut[] = [];
  let text = '';
  for (let run = first; run < end; run += 1) {
    Array.from(runs[run]?.text ?? '').forEach((sign, at) => {
      if (/\s/.test(sign)) return;
      places.push({ run, at });
      text += sign;
    });
  }
  const start = text.indexOf(core);
  const [from, last] = [places[start], places[start + core.length - 1]];
  return start < 0 || !from || !last ? null : { from, to: { run: last.run, at: last.at + 1 } };
}

/** The document with marks between runs; a run that holds text alone is cut at the word. */
function marked(document: string, runs: readonly TextRun[], placed: readonly Placed[]): string {
  const cuts = new Map<number, { at: number; mark: string }[]>();
  const add = (cut: Cut, mark: string): void => {
    const list = cuts.get(cut.run) ?? [];
    list.push({ at: cut.at, mark });
    cuts.set(cut.run, list);
  };
  for (const { id, from, to } of placed) {
    add(from, `<w:commentRangeStart w:id="${id}"/>`);
    add(to, `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`);
  }
  let out = '';
  let done = 0;
  for (const [index, list] of [...cuts].sort(([a], [b]) => a - b)) {
    const run = runs[index];
    if (!run) continue;
    out += document.slice(done, run.start) + cutRun(run, list);
    done = run.end;
  }
  return out + document.slice(done);
}

function cutRun(run: TextRun, list: readonly { at: number; mark: string }[]): string {
  const isEnd = ({ mark }: { mark: string }): boolean => mark.startsWith('<w:commentRangeEnd');
  if (run.piece === null) {
    const [ends, starts] = [list.filter(isEnd), list.filter((one) => !isEnd(one))];
    return [...starts, { mark: run.xml }, ...ends].map(({ mark }) => mark).join('');
  }
  const signs = Array.from(run.text);
  const { open, close } = run.piece;
  const part = (from: number, to: number): string =>
    to > from ? `${open}${escaped(signs.slice(from, to).join(''))}${close}` : '';
  let out = '';
  let at = 0;
  // What ends at a place ends before what begins there.
  const sorted = [...list].sort((a, b) => a.at - b.at || Number(isEnd(b)) - Number(isEnd(a)));
  for (const cut of sorted) {
    out += part(at, cut.at) + cut.mark;
    at = cut.at;
  }
  return out + part(at, signs.length);
}
