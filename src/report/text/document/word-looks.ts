import { valueIn, xmlEvents } from './xml-events';

/** How letters and lines look, as far as one place says it. */
export interface Looks {
  /** Of Chinese letters; null where a theme decides. */
  readonly font?: string | null;
  /** In half-points. */
  readonly size?: number;
  readonly line?: LineHeight;
  readonly centred?: boolean;
}

/** `exact` in twentieths of a point, `times` in 240ths of a line. */
export interface LineHeight {
  readonly kind: 'exact' | 'times';
  readonly value: number;
}

/** The looks of the styles by their ids, what they are based on taken in; '' is a bare paragraph's. */
export function styleLooks(stylesXml: string | null): ReadonlyMap<string, Looks> {
  const raw = new Map<string, { looks: Looks; basedOn: string | null }>();
  let [open, defaults, first]: [string | null, Looks, string | null] = [null, {}, null];
  for (const event of stylesXml === null ? [] : xmlEvents(stylesXml, 'word/styles.xml')) {
    if (event.kind === 'close' && event.name === 'style') open = null;
    if (event.kind !== 'open') continue;
    const { name, tag } = event;
    if (name === 'style') {
      open = valueIn(tag, 'styleId') ?? '';
      raw.set(open, { looks: {}, basedOn: null });
      const isDefault = ['1', 'true', 'on'].includes(valueIn(tag, 'default') ?? '');
      if (isDefault && valueIn(tag, 'type') === 'paragraph') first = open;
    } else if (open === null) defaults = { ...defaults, ...looksIn(name, tag) };
    else {
      const style = raw.get(open) ?? { looks: {}, basedOn: null };
      const basedOn = name === 'basedOn' ? valueIn(tag) : style.basedOn;
      raw.set(open, { looks: { ...style.looks, ...looksIn(name, tag) }, basedOn });
    }
  }
  const resolved = (id: string | null, steps = 10): Looks => {
    const style = id === null || steps === 0 ? undefined : raw.get(id);
    return style ? { ...resolved(style.basedOn, steps - 1), ...style.looks } : {};
  };
  const bare = { ...defaults, ...resolved(first) };
  return new Map([
    ['', bare],
    ...[...raw.keys()].map((id): [string, Looks] => [id, { ...defaults, ...resolved(id) }]),
  ]);
}

/** What one property says. */
function looksIn(name: string, tag: string): Looks {
  const value = valueIn(tag);
  if (name === 'sz' && value !== null) return { size: Number(value) };
  if (name === 'jc') return { centred: value === 'center' };
  if (name === 'rFonts') {
    if (valueIn(tag, 'eastAsiaTheme') !== null) return { font: null };
    const font = valueIn(tag, 'eastAsia');
    return font === null ? {} : { font };
  }
  const line = name === 'spacing' ? valueIn(tag, 'line') : null;
  if (line === null) return {};
  const kind = valueIn(tag, 'lineRule') === 'exact' ? 'exact' : 'times';
  // Lines that grow with what stands in them are of no certain height.
  return valueIn(tag, 'lineRule') === 'atLeast' ? {} : { line: { kind, value: Number(line) } };
}

/** A paragraph outside tables: its words, how most of them look, and how its first ones do. */
export interface SeenParagraph {
  readonly text: string;
  readonly looks: Looks;
  /** The letters of each run, with its looks. */
  readonly runs: readonly { readonly count: number; readonly looks: Looks }[];
}

/** What stands beside the text: in a table, or in a box that hangs on a paragraph. */
const BESIDE: ReadonlySet<string> = new Set(['tbl', 'txbxContent']);

/** The paragraphs of `word/document.xml` that stand in no table or text box, blank ones left out. */
export function seenParagraphs(
  documentXml: string,
  styles: ReadonlyMap<string, Looks>,
): SeenParagraph[] {
  const found: SeenParagraph[] = [];
  const nothing = { text: '', looks: styles.get('') ?? {}, runs: [] };
  let paragraph: { text: string; looks: Looks; runs: { count: number; looks: Looks }[] } | null =
    null;
  let [beside, run, inRun, inText]: [number, Looks, boolean, boolean] = [0, {}, false, false];
  for (const event of xmlEvents(documentXml, 'word/document.xml')) {
    if (event.kind !== 'text' && BESIDE.has(event.name)) {
      if (event.kind === 'close') beside -= 1;
      else if (!event.empty) beside += 1;
    } else if (beside > 0) continue;
    else if (event.kind === 'text') {
      if (!paragraph || !inText) continue;
      paragraph.text += event.text;
      const count = event.text.replace(/\s/g, '').length;
      paragraph.runs.push({ count, looks: { ...paragraph.looks, ...run } });
    } else if (event.kind === 'close') {
      if (event.name === 'r') inRun = false;
      else if (event.name === 't') inText = false;
      else if (event.name === 'p') {
        if (paragraph && paragraph.text.trim() !== '') found.push(paragraph);
        paragraph = null;
      }
    } else if (event.name === 'p' && !event.empty) {
      paragraph = { ...nothing, runs: [] };
    } else if (event.name === 'r') [run, inRun] = [{}, true];
    else if (event.name === 't') inText = !event.empty;
    else if (event.name === 'pStyle' && paragraph) {
      paragraph.looks = styles.get(valueIn(event.tag) ?? '') ?? paragraph.looks;
    } else if (event.name === 'rStyle') run = { ...run, ...own(styles, valueIn(event.tag)) };
    else if (inRun) run = { ...run, ...looksIn(event.name, event.tag) };
    // Letters of the paragraph's end mark say nothing of its words.
    else if (paragraph && (event.name === 'spacing' || event.name === 'jc')) {
      paragraph.looks = { ...paragraph.looks, ...looksIn(event.name, event.tag) };
    }
  }
  return found;
}

const own = (styles: ReadonlyMap<string, Looks>, id: string | null): Looks =>
  styles.get(id ?? '-') ?? {};
