import type { FindingSeverity } from '../model/finding';
import { plainNote } from './note-text';
import { OWN_FORMS, type OwnForms } from './own-forms';

/** How sure one can be that something without a ledger is ours. */
export type Certainty = 'sure' | 'likely';

export interface OwnNote {
  readonly certainty: Certainty;
  /** The colour that belongs to it. */
  readonly tone: FindingSeverity;
}

const GRAVITY: readonly FindingSeverity[] = ['info', 'warning', 'error'];

/** The lines of a note; one that breaks off within quotation marks goes on in the next. */
function linesOf(text: string, [open, close]: readonly [string, string]): readonly string[] {
  const lines: string[] = [];
  let depth = 0;
  for (const line of text.split('\n')) {
    if (depth > 0) lines.push(`${lines.pop() ?? ''}\n${line}`);
    else lines.push(line);
    depth += line.split(open).length - line.split(close).length;
  }
  return lines;
}

/** The tone of one paragraph of a note; null where it is not, or not as a whole, as we write them. */
function toneOfParagraph(paragraph: string, forms: OwnForms): FindingSeverity | null {
  const { head, lines, score, quotes } = forms.note;
  if (score.some((form) => form.test(paragraph))) return 'info';
  const [first = '', ...rest] = linesOf(paragraph, quotes);
  const severity = forms.severities[head.exec(first)?.[1] ?? ''];
  if (severity === undefined) return null;
  let next = 0;
  for (const line of rest) {
    const at = lines.findIndex((form, index) => index >= next && form.test(line));
    if (at < 0) return null;
    next = at + 1;
  }
  return severity;
}

/** Whether a paragraph at least begins as ours do. */
function begins(paragraph: string, { note }: OwnForms): boolean {
  const first = paragraph.split('\n')[0] ?? '';
  return (
    note.head.test(`${first}${first.startsWith('[') ? '.' : '。'}`) ||
    note.score.some((form) => form.test(first))
  );
}

function ownNoteIn(paragraphs: readonly string[], forms: OwnForms): OwnNote | null {
  const tones = paragraphs.map((one) => toneOfParagraph(one, forms));
  const known = tones.filter((tone) => tone !== null);
  const tone = GRAVITY[Math.max(0, ...known.map((one) => GRAVITY.indexOf(one)))] ?? 'info';
  if (known.length === paragraphs.length) return { certainty: 'sure', tone };
  return paragraphs.some((one) => begins(one, forms)) ? { certainty: 'likely', tone } : null;
}

/**
 * Whether a note is one of ours by its text alone: sure where every line of it is as we write them,
 * likely where it begins so and somebody seems to have written on. Null: a person's.
 */
export function ownNote(text: string): OwnNote | null {
  const paragraphs = plainNote(text)
    .split('\n\n')
    .map((one) => one.trim());
  for (const forms of OWN_FORMS) {
    const found = ownNoteIn(paragraphs, forms);
    if (found) return found;
  }
  return null;
}
